import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentHash } from '@app/contracts';
import { storageProblem } from './storage-problem.js';
import type { CheckContent, Stored } from './storage-port.js';
import { toldByReading } from './told-by-reading.js';
import { writeFrom } from './write-from.js';

/** A content in a file of the spool, on its way to where it is kept. */
export interface Spooled extends Stored {
  readonly path: string;
}

/**
 * A folder through which contents come in: their hash, by which they are kept, is known at their
 * end only. Several processes may share it.
 */
export class Spool {
  constructor(private readonly folder: string) {}

  /**
   * Writes what comes to a new file, and to the disk. Whoever takes it moves or removes the file.
   * Rejects as `StoragePort.put` does.
   */
  async take(content: AsyncIterable<Buffer>, check?: CheckContent): Promise<Spooled> {
    toldByReading(content);
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    try {
      await mkdir(this.folder, { recursive: true });
      const file = await open(path, 'wx', 0o600);
      await writeFrom(file, 0, content, (piece) => {
        hash.update(piece);
        sizeBytes += piece.length;
      });
      await check?.(() => createReadStream(path));
    } catch (error) {
      // The disk is full, the stream broke off, or it is refused: nobody is to have it.
      await rm(path, { force: true });
      throw storageProblem(error);
    }
    return { path, sha256: ContentHash.parse(hash.digest('hex')), sizeBytes };
  }

  /** Removes files that nobody has written to since: their process has died. */
  async sweep(before: Date): Promise<void> {
    for (const name of await readdir(this.folder).catch(noneYet)) {
      const path = join(this.folder, name);
      const { mtime } = await stat(path).catch(() => ({ mtime: before }));
      if (mtime < before) await rm(path, { force: true });
    }
  }

  /** Rejects when it cannot be written to. */
  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await access(this.folder, constants.W_OK);
  }
}

/** Nothing has come in so far. */
const noneYet = (): string[] => [];
