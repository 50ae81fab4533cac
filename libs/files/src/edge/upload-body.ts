import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { problem, type Problem } from '@app/contracts';

/**
 * Gives the body of a request to `take`, as a stream that fails when the sender breaks off. Whoever
 * destroys it leaves the connection as it is: what nobody wants any more is read and dropped, so
 * that the sender hears the answer.
 */
export async function withBody<T>(
  request: IncomingMessage,
  take: (body: Readable) => Promise<T>,
): Promise<T> {
  // Nothing is kept back: what cannot be stored yet waits in the connection.
  const body = new PassThrough({ highWaterMark: 1 });
  // Whoever reads it is told; nobody may.
  body.on('error', () => undefined);
  request.once('close', () => request.complete || body.destroy(brokenOff()));
  request.pipe(body);
  try {
    return await take(body);
  } finally {
    request.unpipe();
    request.resume();
  }
}

export const brokenOff = (): Problem =>
  problem('validation_failed', { issues: [{ path: 'file', message: 'The upload broke off' }] });
