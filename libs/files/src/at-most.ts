import { problem } from '@app/contracts';

/** Piece by piece; fails with `payload_too_large` as soon as it is more, and lets its source go. */
export async function* atMost(
  maxBytes: number,
  content: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > maxBytes) throw problem('payload_too_large');
    yield piece;
  }
}
