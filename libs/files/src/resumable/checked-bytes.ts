import { createHash } from 'node:crypto';
import { problem } from '@app/contracts';
import type { Checksum } from '../resumable-transfers.js';

/** The same bytes; fails with `checksum_mismatch` at their end if they are others. */
export async function* checkedBytes(
  content: AsyncIterable<Buffer>,
  { algorithm, digest }: Checksum,
): AsyncGenerator<Buffer> {
  const hash = createHash(algorithm);
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  if (!hash.digest().equals(Buffer.from(digest, 'base64'))) throw problem('checksum_mismatch');
}
