import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ContentHash, problem } from '@app/contracts';
import { Spool } from './spool.js';
import { DiskUnfinished } from './disk-unfinished.js';
import { isMissing, storageProblem } from './storage-problem.js';
import {
  StoragePort,
  type ByteRange,
  type CheckContent,
  type Kept,
  type Stored,
} from './storage-port.js';

/** Bytes that are read at once: a quarter of the rounds that Node's own 64 KiB would take. */
const readBytes = 256 * 1024;

/**
 * Contents in a folder of this machine, or of a disk that several machines share, by the hash:
 * `contents/ab/ab…`. A content comes in under another name and is renamed when it is whole and on
 * the disk, so whatever has its place is whole.
 */
export class DiskStorage extends StoragePort {
  readonly unfinished: DiskUnfinished;
  readonly #contents: string;
  readonly #spool: Spool;

  constructor(folder: string) {
    super();
    this.#contents = join(folder, 'contents');
    // On the same file system: a rename is one step only there.
    this.#spool = new Spool(join(folder, 'incoming'));
    this.unfinished = new DiskUnfinished(join(folder, 'unfinished'));
  }

  async put(content: AsyncIterable<Buffer>, check?: CheckContent): Promise<Stored> {
    const { path, ...stored } = await this.#spool.take(content, check);
    const place = this.#placeOf(stored.sha256);
    try {
      await makeFolder(dirname(place));
      await rename(path, place);
      await flushFolder(dirname(place));
    } catch (error) {
      // A disk without room for a name, or one that fails.
      await rm(path, { force: true });
      throw storageProblem(error);
    }
    return stored;
  }

  async open(sha256: ContentHash, range?: ByteRange): Promise<Readable> {
    try {
      const file = await open(this.#placeOf(sha256));
      return file.createReadStream({ ...range, highWaterMark: readBytes });
    } catch (error) {
      // Removed, or never there: only asking for it tells.
      if (isMissing(error)) throw problem('not_found');
      throw storageProblem(error);
    }
  }

  async has(sha256: ContentHash): Promise<boolean> {
    return (await this.#statOf(this.#placeOf(sha256))) !== undefined;
  }

  async remove(sha256: ContentHash): Promise<void> {
    await rm(this.#placeOf(sha256), { force: true });
  }

  async *list(): AsyncIterable<Kept> {
    for (const folder of await namesIn(this.#contents)) {
      for (const name of await namesIn(join(this.#contents, folder))) {
        const { data: sha256 } = ContentHash.safeParse(name);
        const found = sha256 && (await this.#statOf(this.#placeOf(sha256)));
        if (found) yield { sha256, sizeBytes: found.size, storedAt: found.mtime };
      }
    }
  }

  sweep(before: Date): Promise<void> {
    return this.#spool.sweep(before);
  }

  check(): Promise<void> {
    return this.#spool.check();
  }

  linkTo(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #placeOf(sha256: ContentHash): string {
    return join(this.#contents, sha256.slice(0, 2), sha256);
  }

  async #statOf(path: string) {
    try {
      return await stat(path);
    } catch (error) {
      // Not there: the answer, and no failure.
      if (isMissing(error)) return undefined;
      throw storageProblem(error);
    }
  }
}

/** Also in the folder above it, whose new name must outlive a loss of power. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) await flushFolder(dirname(first));
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Nothing has been stored so far.
    if (isMissing(error)) return [];
    throw storageProblem(error);
  }
}
