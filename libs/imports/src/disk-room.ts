import { freeBytesIn } from '@app/platform';
import { SourceRefused } from './source-refused.js';

/** Written between two looks. */
const lookEveryBytes = 8 * 2 ** 20;

/** Room on a disk that the workspace is on, too, and must not run out of over an import. */
export class DiskRoom {
  #unseenBytes = Infinity;

  /** `freeBytes`: as many are left to others. */
  constructor(
    private readonly folder: string,
    private readonly freeBytes: number,
  ) {}

  /** Before so many bytes are written there. Throws `SourceRefused`. */
  async take(bytes: number): Promise<void> {
    this.#unseenBytes += bytes;
    if (this.#unseenBytes < lookEveryBytes) return;
    this.#unseenBytes = 0;
    if ((await freeBytesIn(this.folder)) - bytes < this.freeBytes)
      throw new SourceRefused('no_room');
  }

  /** The same chunks, as long as there is room for them. */
  async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      await this.take(chunk.length);
      yield chunk;
    }
  }
}
