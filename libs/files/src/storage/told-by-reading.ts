import { Readable } from 'node:stream';

/** What goes wrong with a stream before anybody reads it is told by reading it, and only so. */
export function toldByReading(content: AsyncIterable<Buffer>): void {
  if (content instanceof Readable) content.on('error', () => undefined);
}
