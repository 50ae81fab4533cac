import { SourceRefused } from '../source-refused.js';

/** A value, and the line on which it begins, from 1. */
export interface JsonRecord {
  readonly value: unknown;
  readonly line: number;
}

/** Bytes of one record: far more than any message has. */
export const maxRecordBytes = 4 * 2 ** 20;

/** Of a line: Mattermost has all answers to a message in one. */
const maxLineBytes = 64 * 2 ** 20;

const mark = Buffer.from('\uFEFF');
const lineFeed = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Gathers the bytes of one record, and no more than it may have. */
class Gathered {
  #parts: Buffer[] = [];
  #size = 0;

  constructor(
    private readonly file: string,
    private readonly most: number,
  ) {}

  add(part: Buffer, line: number): void {
    this.#size += part.length;
    if (this.#size > this.most)
      throw new SourceRefused('record_too_long', { file: this.file, line });
    if (part.length > 0) this.#parts.push(part);
  }

  /** Undefined where there is nothing but blanks. */
  take(line: number): JsonRecord | undefined {
    const bytes = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    if (bytes.every((byte) => blanks.has(byte))) return undefined;
    return { value: parsed(bytes, this.file, line), line };
  }
}

/** One JSON value a line. Empty lines are left out. Throws `SourceRefused`. */
export async function* recordsOfLines(
  chunks: AsyncIterable<Buffer>,
  file: string,
  most = maxLineBytes,
): AsyncGenerator<JsonRecord> {
  const gathered = new Gathered(file, most);
  let line = 1;
  for await (const chunk of withoutMark(chunks)) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      gathered.add(chunk.subarray(from, at), line);
      const record = gathered.take(line);
      if (record) yield record;
      from = at + 1;
      line++;
    }
    gathered.add(chunk.subarray(from), line);
  }
  const last = gathered.take(line);
  if (last) yield last;
}

/** Without the byte order mark that editors of some systems put before everything. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let beginning: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!beginning) {
      yield chunk;
      continue;
    }
    beginning = Buffer.concat([beginning, chunk]);
    if (beginning.length < mark.length) continue;
    yield beginning.indexOf(mark) === 0 ? beginning.subarray(mark.length) : beginning;
    beginning = undefined;
  }
  if (beginning) yield beginning;
}

/** The items of one JSON array, one after the other. Throws `SourceRefused`. */
export async function* recordsOfArray(
  chunks: AsyncIterable<Buffer>,
  file: string,
  most = maxRecordBytes,
): AsyncGenerator<JsonRecord> {
  const splitter = new ArraySplitter(file, most);
  for await (const chunk of withoutMark(chunks)) yield* splitter.take(chunk);
  splitter.end();
}

/** Finds where items begin and end; whether they are JSON is for the parser to say. */
class ArraySplitter {
  readonly #gathered: Gathered;
  #depth = 0;
  #isOver = false;
  #isInString = false;
  #isEscaped = false;
  #line = 1;
  /** Where the present item begins. */
  #itemLine = 1;
  #isBlankSoFar = true;
  #count = 0;

  constructor(
    private readonly file: string,
    most: number,
  ) {
    this.#gathered = new Gathered(file, most);
  }

  *take(chunk: Buffer): Generator<JsonRecord> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === lineFeed) this.#line++;
      const isEnd = this.#step(byte);
      if (isEnd === undefined) continue;
      if (isEnd === 'begin') {
        from = at + 1;
        continue;
      }
      this.#gathered.add(chunk.subarray(from, at), this.#itemLine);
      yield* this.#item(isEnd);
      from = at + 1;
    }
    if (this.#depth > 0) this.#gathered.add(chunk.subarray(from), this.#itemLine);
  }

  end(): void {
    if (!this.#isOver) throw this.#refused();
  }

  /** What this byte ends: `comma` an item, `close` the array; `begin`: the array begins. */
  #step(byte: number): 'begin' | 'comma' | 'close' | undefined {
    if (this.#isInString) {
      this.#stepInString(byte);
      return undefined;
    }
    if (blanks.has(byte)) return undefined;
    if (this.#depth === 0) return this.#begin(byte);
    const isEnd = this.#depth === 1 && (byte === comma || byte === 0x5d);
    if (isEnd) {
      if (byte === comma) return 'comma';
      this.#depth = 0;
      this.#isOver = true;
      return 'close';
    }
    this.#noteItem();
    if (byte === quote) this.#isInString = true;
    else if (opening.has(byte)) this.#depth++;
    else if (closing.has(byte)) this.#depth--;
    if (this.#depth < 1) throw this.#refused();
    return undefined;
  }

  #stepInString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) this.#isInString = false;
  }

  #begin(byte: number): 'begin' | undefined {
    if (this.#isOver || byte !== 0x5b) throw this.#refused();
    this.#depth = 1;
    return 'begin';
  }

  #noteItem(): void {
    if (this.#isBlankSoFar) this.#itemLine = this.#line;
    this.#isBlankSoFar = false;
  }

  *#item(end: 'comma' | 'close'): Generator<JsonRecord> {
    const record = this.#gathered.take(this.#itemLine);
    this.#isBlankSoFar = true;
    if (record) {
      this.#count++;
      yield record;
    } else if (end === 'comma' || this.#count > 0) throw this.#refused();
  }

  #refused(): SourceRefused {
    return new SourceRefused('bad_json', { file: this.file, line: this.#line });
  }
}

function parsed(bytes: Buffer, file: string, line: number): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // It is no JSON: only trying tells.
    throw new SourceRefused('bad_json', { file, line });
  }
}
