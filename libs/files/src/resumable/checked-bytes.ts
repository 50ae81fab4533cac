import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { problem } from '@app/contracts';
import type { Checksum } from '../resumable-transfers.js';

/** The same bytes; fails with `checksum_mismatch` at their end if they are others. */
export function checkedBytes(content: Readable, { algorithm, digest }: Checksum): Readable {
  const hash = createHash(algorithm);
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const [is, said] = [hash.digest(), Buffer.from(digest, 'base64')];
      const isSame = is.equals(said);
      done(isSame ? null : problem('checksum_mismatch'));
    },
  });
  // Whoever reads it is told, also of what went wrong before they began.
  check.on('error', () => undefined);
  content.once('error', (error) => check.destroy(error));
  check.once('close', () => content.destroy());
  return content.pipe(check);
}
