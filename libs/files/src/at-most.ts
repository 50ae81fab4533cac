import { pipeline, Transform, type Readable } from 'node:stream';
import { problem } from '@app/contracts';

/** Fails with `payload_too_large` as soon as it is more. */
export function atMost(maxBytes: number, content: Readable): Readable {
  let bytes = 0;
  const count = new Transform({
    // It keeps nothing back: many at once would hold much.
    highWaterMark: 1,
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(problem('payload_too_large'));
      else done(null, chunk);
    },
  });
  // Whoever reads it is told, also of what went wrong before they began, or before this was asked.
  count.on('error', () => undefined);
  const { errored } = content;
  if (errored) return count.destroy(errored);
  return pipeline(content, count, () => undefined);
}
