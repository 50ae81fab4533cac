/** Numbers of 7 bits a byte, the lowest first; whole ones up to 2^53. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;

  number(value: number): void {
    this.#grow(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** With its length before it. */
  block(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written; the next one begins anew. */
  take(): Buffer {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return bytes;
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + by));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isDone(): boolean {
    return this.#at >= this.bytes.length;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.bytes[this.#at++]!;
      value += (byte % 0x80) * unit;
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  }

  /** Whether these bytes come next; it stays where it is. */
  isNext(bytes: Uint8Array): boolean {
    for (let i = 0; i < bytes.length; i++) if (this.bytes[this.#at + i] !== bytes[i]) return false;
    return true;
  }

  skip(length: number): void {
    this.#at += length;
  }

  block(): Uint8Array {
    const length = this.number();
    const block = this.bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return block;
  }
}
