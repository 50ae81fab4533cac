import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ContentHash } from '@app/contracts';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import { storageProblem } from '../storage/storage-problem.js';

/** The content that a folder is for. */
export const inputName = 'input';

/** Folders in which previews are made, each of one content, and gone afterwards. */
@Injectable()
export class WorkFolders {
  readonly #folder: string;

  constructor(
    private readonly contents: Contents,
    @Inject(CONFIG) { files }: Pick<Config, 'files'>,
  ) {
    this.#folder = join(files.folder, 'previews');
  }

  /** What `work` comes to in a folder that has the content as `input`. */
  async with<T>(sha256: ContentHash, work: (folder: string) => Promise<T>): Promise<T> {
    return this.around(await this.contents.open(sha256), work);
  }

  /** As `with`, of a content that is not kept. Rejects as it does, and with `storage_full`. */
  async around<T>(content: Readable, work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await this.#open(content);
    try {
      await pipeline(content, createWriteStream(join(folder, inputName), { mode: 0o600 }));
      return await work(folder);
    } catch (error) {
      // The disk is full, or the content broke off; or the work failed, which stays as it is.
      throw storageProblem(error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes those begun before then: their process has died. */
  async sweep(before: Date): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const { mtime } = await stat(path).catch(() => ({ mtime: new Date() }));
      if (mtime < before) await rm(path, { recursive: true, force: true });
    }
  }

  async #open(content: Readable): Promise<string> {
    // What goes wrong before it is read is told by whoever reads it.
    content.on('error', () => undefined);
    try {
      await mkdir(this.#folder, { recursive: true });
      return await mkdtemp(join(this.#folder, 'at-'));
    } catch (error) {
      // Nobody will read it.
      content.destroy();
      throw storageProblem(error);
    }
  }
}
