import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { FileId } from '@app/contracts';
import { answered } from './s3-answer.js';
import { objectsOf } from './s3-objects.js';
import { repeated, S3Upload } from './s3-upload.js';
import type { Spool } from './spool.js';
import { UnfinishedContents, type Unfinished } from './unfinished-contents.js';

/** Bytes that go to the bucket at once: what a process that is killed loses at most. */
const pieceBytes = 8 * 1024 * 1024;

/** A part as the bucket has it. */
interface Part {
  readonly id: FileId;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly touchedAt: Date;
}

/**
 * Parts in the bucket, `unfinished/<id>/<offset>`: so whichever replica is asked next knows what
 * has come. Each goes by the local disk, as its length is known at its end, and costs no memory.
 */
export class S3Unfinished extends UnfinishedContents {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    private readonly spool: Spool,
  ) {
    super();
  }

  async size(id: FileId): Promise<number> {
    let bytes = 0;
    for await (const part of this.#partsOf(id)) {
      // A hole: its part was never kept.
      if (part.offset !== bytes) break;
      bytes += part.sizeBytes;
    }
    return bytes;
  }

  async append(id: FileId, offset: number, content: AsyncIterable<Buffer>): Promise<void> {
    const pieces = new Pieces(content);
    let at = offset;
    while (!pieces.isOver) at += await this.#keep(id, at, pieces.next());
    if (pieces.failure !== undefined) throw pieces.failure;
  }

  read(id: FileId, bytes: number): Readable {
    return bytes === 0 ? Readable.from([]) : Readable.from(this.#read(id, bytes), byteMode);
  }

  async remove(id: FileId): Promise<void> {
    for await (const { offset } of this.#partsOf(id))
      await answered(this.client.send(new DeleteObjectCommand(this.#placeOf(id, offset))));
  }

  list(): AsyncIterable<Unfinished> {
    return this.#parts(folder);
  }

  async #keep(id: FileId, at: number, piece: AsyncIterable<Buffer>): Promise<number> {
    const { path, sizeBytes } = await this.spool.take(piece);
    try {
      if (sizeBytes > 0) {
        const upload = new S3Upload(this.client, this.#placeOf(id, at));
        await answered(upload.send(sizeBytes, (range) => createReadStream(path, range)));
      }
    } finally {
      await rm(path, { force: true });
    }
    return sizeBytes;
  }

  async *#read(id: FileId, bytes: number): AsyncIterable<Buffer> {
    let left = bytes;
    for await (const { offset, sizeBytes } of this.#partsOf(id)) {
      if (left <= 0) return;
      const Range = sizeBytes > left ? { Range: `bytes=0-${left - 1}` } : {};
      const command = new GetObjectCommand({ ...this.#placeOf(id, offset), ...Range });
      const { Body } = await answered(repeated(() => this.client.send(command)));
      yield* Body as AsyncIterable<Buffer>;
      left -= sizeBytes;
    }
  }

  #partsOf(id: FileId): AsyncIterable<Part> {
    return this.#parts(`${folder}${id}/`);
  }

  /** By upload, the first part first: so a bucket lists them. */
  async *#parts(prefix: string): AsyncIterable<Part> {
    for await (const { key, sizeBytes, storedAt } of objectsOf(this.client, this.bucket, prefix)) {
      const [name, offset] = key.slice(folder.length).split('/');
      const { data: id } = FileId.safeParse(name);
      if (id) yield { id, offset: Number(offset), sizeBytes, touchedAt: storedAt };
    }
  }

  #placeOf(id: FileId, offset: number): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: `${folder}${id}/${String(offset).padStart(16, '0')}` };
  }
}

const folder = 'unfinished/';
const byteMode = { objectMode: false } as const;

/** What comes, cut into parts of `pieceBytes` each, but the last; each is read to its end. */
class Pieces {
  isOver = false;
  /** What the whole failed with: then the last piece is what came before. */
  failure: Error | undefined;
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(content: AsyncIterable<Buffer>) {
    this.#source = content[Symbol.asyncIterator]();
  }

  async *next(): AsyncGenerator<Buffer> {
    for (let left = pieceBytes; left > 0;) {
      // One after the other: that is what a stream is.
      const bytes = await this.#bytes();
      this.isOver = bytes === undefined;
      if (bytes === undefined) return;
      this.#rest = bytes.subarray(left);
      yield bytes.subarray(0, left);
      left -= Math.min(left, bytes.length);
    }
  }

  async #bytes(): Promise<Buffer | undefined> {
    if (this.#rest.length > 0) return this.#rest;
    try {
      const next = await this.#source.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      // The stream broke off: its beginning is of use.
      this.failure = error as Error;
      return undefined;
    }
  }
}
