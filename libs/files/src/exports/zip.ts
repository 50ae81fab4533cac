import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { centralRecord, descriptor, endOfZip, localHeader, type ZipRecord } from './zip-records.js';

/** One file of an archive. */
export interface ZipEntry {
  /** With `/`, in UTF-8; once in an archive. */
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** What is packed already is not packed once more. */
  readonly isPacked: boolean;
}

/** A file as it went into the archive. */
export interface ZippedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * A ZIP archive of these files, as it is read: one content after the other, each as it comes, so
 * that memory holds a few buffers and a line per file, however large they are. `zipped` is told of
 * each file behind which the archive has come.
 *
 * Of the sizes nothing is known beforehand, so they stand behind each content, and all of it is
 * ZIP64.
 */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry>,
  madeAt: Date,
  zipped: (file: ZippedFile) => void,
): AsyncGenerator<Buffer> {
  const records: ZipRecord[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const { path, isPacked } = entry;
    const header = localHeader({ path, isPacked, madeAt });
    yield header;
    const counted = new CountedContent(entry);
    for await (const chunk of counted.packed()) yield chunk;
    const { crc, size, packedSize, sha256 } = counted.sums();
    const record = { path, isPacked, madeAt, offset, crc, size, packedSize };
    const tail = descriptor(record);
    yield tail;
    offset += header.length + packedSize + tail.length;
    records.push(record);
    zipped({ path, sha256 });
  }
  let centralSize = 0;
  for (const record of records) {
    const central = centralRecord(record);
    centralSize += central.length;
    yield central;
  }
  yield endOfZip({ count: records.length, size: centralSize, offset });
}

/** What a content is, known once it has gone by. */
class CountedContent {
  readonly #hash = createHash('sha256');
  #crc = 0;
  #size = 0;
  #packedSize = 0;

  constructor(private readonly entry: ZipEntry) {}

  async *packed(): AsyncGenerator<Buffer> {
    const chunks = this.entry.isPacked ? this.#counted() : deflated(this.#counted());
    for await (const chunk of chunks) {
      this.#packedSize += chunk.length;
      yield chunk;
    }
  }

  sums() {
    const sha256 = this.#hash.digest('hex');
    return { crc: this.#crc, size: this.#size, packedSize: this.#packedSize, sha256 };
  }

  async *#counted(): AsyncGenerator<Buffer> {
    for await (const chunk of this.entry.content) {
      this.#hash.update(chunk);
      this.#crc = crc32(chunk, this.#crc);
      this.#size += chunk.length;
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  }
}

async function* deflated(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(content, { objectMode: false });
  const deflate = createDeflateRaw();
  source.once('error', (error) => deflate.destroy(error));
  try {
    for await (const chunk of source.pipe(deflate)) yield chunk as Buffer;
  } finally {
    // Whoever reads the archive has gone: nobody asks for more of the content.
    source.destroy();
  }
}
