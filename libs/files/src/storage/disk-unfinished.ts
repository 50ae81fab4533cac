import { constants, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileId } from '@app/contracts';
import { isMissing, storageProblem } from './storage-problem.js';
import { toldByReading } from './told-by-reading.js';
import { UnfinishedContents, type Unfinished } from './unfinished-contents.js';
import { writeFrom } from './write-from.js';

/** A file each, as long as what has come. */
export class DiskUnfinished extends UnfinishedContents {
  constructor(private readonly folder: string) {
    super();
  }

  async size(id: FileId): Promise<number> {
    return (await statOf(this.#placeOf(id)))?.size ?? 0;
  }

  async append(id: FileId, offset: number, content: AsyncIterable<Buffer>): Promise<void> {
    toldByReading(content);
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFrom(await open(this.#placeOf(id), mode, 0o600), offset, content);
    } catch (error) {
      // The disk is full, or the stream broke off: what was written is of use.
      throw storageProblem(error);
    }
  }

  read(id: FileId, bytes: number): Readable {
    return bytes === 0 ? Readable.from([]) : Readable.from(this.#read(id, bytes), byteMode);
  }

  async remove(id: FileId): Promise<void> {
    await rm(this.#placeOf(id), { force: true });
  }

  async *list(): AsyncIterable<Unfinished> {
    for (const name of await readdir(this.folder).catch(noneYet)) {
      const { data: id } = FileId.safeParse(name);
      const found = id && (await statOf(this.#placeOf(id)));
      if (found) yield { id, touchedAt: found.mtime };
    }
  }

  async *#read(id: FileId, bytes: number): AsyncIterable<Buffer> {
    try {
      const file = await open(this.#placeOf(id));
      yield* file.createReadStream({ end: bytes - 1 }) as AsyncIterable<Buffer>;
    } catch (error) {
      // It went meanwhile, or the disk fails.
      throw storageProblem(error);
    }
  }

  #placeOf(id: FileId): string {
    return join(this.folder, id);
  }
}

const byteMode = { objectMode: false } as const;

/** As it is, or new. */
const mode = constants.O_CREAT | constants.O_WRONLY;

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    // Nothing of it has come, or it went: the answer, and no failure.
    if (isMissing(error)) return undefined;
    throw storageProblem(error);
  }
}

/** Nothing has come in so far. */
const noneYet = (): string[] => [];
