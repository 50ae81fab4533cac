/** The bytes of a stream in the portions that a format has. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  #ready: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** So many, in memory; fewer where it ends. */
  async take(count: number): Promise<Buffer> {
    const found: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      // One after the other: that is what a stream is.
      const chunk = await this.chunk();
      if (!chunk) break;
      found.push(chunk.subarray(0, missing));
      if (chunk.length > missing) this.putBack(chunk.subarray(missing));
      missing -= Math.min(chunk.length, missing);
    }
    return Buffer.concat(found);
  }

  /** So many, as they come. */
  async *through(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      const chunk = await this.chunk();
      if (!chunk) return;
      if (chunk.length > left) this.putBack(chunk.subarray(left));
      yield chunk.subarray(0, left);
      left -= Math.min(chunk.length, left);
    }
  }

  async *rest(): AsyncGenerator<Buffer> {
    for (let chunk = await this.chunk(); chunk; chunk = await this.chunk()) yield chunk;
  }

  /** So many of them are of no use; default: all that come. */
  async drop(count = Infinity): Promise<void> {
    for await (const _ of this.through(count)) continue;
  }

  /** What there is, at least a byte; undefined at the end. */
  async chunk(): Promise<Buffer | undefined> {
    if (this.#ready.length > 0) {
      const ready = this.#ready;
      this.#ready = Buffer.alloc(0);
      return ready;
    }
    for (;;) {
      const next = await this.#chunks.next();
      if (next.done === true) return undefined;
      if (next.value.length > 0) return next.value;
    }
  }

  /** They are the next ones again. */
  putBack(bytes: Buffer): void {
    // Mostly there is nothing yet: then nothing is copied.
    this.#ready = this.#ready.length === 0 ? bytes : Buffer.concat([bytes, this.#ready]);
  }

  /** Destroys the stream, unless it was read to its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
