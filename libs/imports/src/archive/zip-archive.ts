import { open, type FileHandle } from 'node:fs/promises';
import { pipeline, Readable, Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ReadPermit } from '../read-permit.js';
import { bytesOf, damaged, readDirectory, type ZipBounds, type ZipEntry } from './zip-directory.js';

/** A workspace of many years; what is larger is a trick, or a job for two archives. */
export const zipBounds: ZipBounds = {
  maxEntries: 500_000,
  maxDirectoryBytes: 128 * 2 ** 20,
  maxContentBytes: 2 ** 40,
};

const chunkBytes = 65_536;

/** Of what is unpacked, some 16 KiB: of what is packed a chunk may be a thousand times as much. */
const stepsOfChunk = 16;

const headerSignature = 0x04034b50;
const headerBytes = 30;

/** An archive on the disk, of which entries are read as streams, in any order. */
export class ZipArchive {
  private constructor(
    private readonly file: FileHandle,
    readonly entries: ReadonlyMap<string, ZipEntry>,
    private readonly permit: Pick<ReadPermit, 'use'>,
  ) {}

  /** Throws `SourceRefused`. */
  static async open(
    path: string,
    permit: Pick<ReadPermit, 'use'>,
    bounds: ZipBounds = zipBounds,
  ): Promise<ZipArchive> {
    const file = await open(path, 'r');
    try {
      return new ZipArchive(file, await readDirectory(file, bounds), permit);
    } catch (error) {
      // Whatever it is: nobody else closes it.
      await file.close();
      throw error;
    }
  }

  /**
   * The content. It breaks off with `SourceRefused` where it is not as the directory says, and with
   * what the permit throws.
   */
  async read({ name, ...entry }: ZipEntry): Promise<Readable> {
    const header = await bytesOf(this.file, entry.offset, headerBytes);
    if (header.readUInt32LE(0) !== headerSignature) throw damaged(name);
    const skipped = headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.#stretch(entry.offset + skipped, entry.packedBytes);
    const checked = this.#asPromised(name, entry.sizeBytes, entry.crc32);
    // What goes wrong is told by the stream that is read.
    const told = () => undefined;
    if (!entry.isDeflated) return pipeline(packed, checked, told);
    const inflate = createInflateRaw();
    inflate.on('error', () => checked.destroy(damaged(name)));
    return pipeline(packed, inflate, checked, told);
  }

  /** Idempotent. */
  async close(): Promise<void> {
    await this.file.close();
  }

  #stretch(from: number, count: number): Readable {
    const { file } = this;
    async function* chunks(): AsyncGenerator<Buffer> {
      for (let at = 0; at < count; at += chunkBytes)
        yield await bytesOf(file, from + at, Math.min(chunkBytes, count - at));
    }
    return Readable.from(chunks(), { objectMode: false });
  }

  /** Passes on as many bytes as were promised, and sees that they are the promised ones. */
  #asPromised(name: string, sizeBytes: number, checksum: number): Transform {
    const { permit } = this;
    let count = 0;
    let sum = 0;
    return new Transform({
      transform(chunk: Buffer, _, done) {
        count += chunk.length;
        sum = crc32(chunk, sum);
        if (count > sizeBytes) done(damaged(name));
        else permit.use(stepsOfChunk).then(() => done(null, chunk), done);
      },
      flush(done) {
        done(count === sizeBytes && sum === checksum ? null : damaged(name));
      },
    });
  }
}
