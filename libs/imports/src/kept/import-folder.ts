import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isProblem, type Actor, type ImportId } from '@app/contracts';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FileTransfers } from '../../../files/src/file-transfers.js';
import { SourceRefused } from '../source-refused.js';
import type { ImportSourceReader } from '../source/import-source.js';
import { MattermostExport } from '../source/mattermost/mattermost-export.js';
import { SlackExport } from '../source/slack/slack-export.js';
import type { OrderedImport } from './kept-import.js';

/** Room on the disk for what is imported, a folder for each, and gone afterwards. */
@Injectable()
export class ImportFolder {
  readonly #root: string;

  constructor(
    private readonly transfers: FileTransfers,
    @Inject(CONFIG) { dataDir }: Pick<Config, 'dataDir'>,
  ) {
    this.#root = join(dataDir, 'imports');
  }

  /** What `work` does with the source, as it was uploaded. Throws `SourceRefused`. */
  async with(
    actor: Actor,
    ordered: OrderedImport,
    work: (source: ImportSourceReader) => Promise<void>,
  ): Promise<void> {
    // Of tries that died: there is one at a time.
    await this.tidy(undefined);
    const folder = join(this.#root, ordered.id);
    const path = join(folder, 'source');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await this.#fetch(actor, ordered, path);
      const source = await this.#open(ordered, path, join(folder, 'posts'));
      try {
        await work(source);
      } finally {
        await source.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes what processes that died have left, but for the one that is at work. */
  async tidy(pending: ImportId | undefined): Promise<void> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#root))
      if (name !== pending) await rm(join(this.#root, name), { recursive: true, force: true });
  }

  async #fetch(actor: Actor, { fileId }: OrderedImport, path: string): Promise<void> {
    try {
      const file = await this.transfers.open(actor, fileId);
      await pipeline(await file.read(), createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      // It was never sent, and is swept after a day; or somebody has removed it.
      if (isProblem(error, 'not_found', 'gone', 'forbidden')) throw new SourceRefused('file_gone');
      throw error;
    }
  }

  #open({ source }: OrderedImport, path: string, folder: string): Promise<ImportSourceReader> {
    return source === 'slack' ? SlackExport.open(path) : MattermostExport.open(path, folder);
  }
}
