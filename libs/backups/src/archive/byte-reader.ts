import { StartRefused } from '@app/platform';

/** An archive that is not restored, and why. */
export class BadArchive extends StartRefused {
  override readonly name = 'BadArchive';

  constructor(words = 'The backup is damaged or cut off: nothing of it is restored.') {
    super(words);
  }
}

/** Takes what comes in chunks of any size apart. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Throws `BadArchive` when there is less. */
  async take(bytes: number): Promise<Buffer> {
    const parts = [this.#held];
    let size = this.#held.length;
    while (size < bytes) {
      const next = await this.#chunks.next();
      if (next.done) throw new BadArchive();
      parts.push(next.value);
      size += next.value.length;
    }
    const all = parts.length === 1 ? this.#held : Buffer.concat(parts);
    this.#held = all.subarray(bytes);
    return all.subarray(0, bytes);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return true;
      this.#held = next.value;
    }
    return false;
  }
}
