import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isProblem, type Actor, type ImportId } from '@app/contracts';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FileTransfers } from '../../../files/src/file-transfers.js';
import { DiskRoom } from '../disk-room.js';
import type { ReadPermit } from '../read-permit.js';
import { SourceRefused } from '../source-refused.js';
import type { ImportSourceReader } from '../source/import-source.js';
import { MattermostExport } from '../source/mattermost/mattermost-export.js';
import { SlackExport } from '../source/slack/slack-export.js';
import type { OrderedImport } from './kept-import.js';

/** Where one try works. */
interface TryPlace {
  readonly folder: string;
  readonly room: DiskRoom;
  readonly permit: ReadPermit;
}

/**
 * Room on the disk for what is imported, and gone afterwards. Each try has a folder of its own,
 * `<import>.<try>`, so that one that was taken for dead, and was not, never meets another's.
 */
@Injectable()
export class ImportFolder {
  readonly #root: string;

  constructor(
    private readonly transfers: FileTransfers,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'imports'>,
  ) {
    this.#root = join(config.dataDir, 'imports');
  }

  /** `work` has the source as it was uploaded. Throws `SourceRefused`, or as `permit`. */
  async with(
    actor: Actor,
    ordered: OrderedImport,
    permit: ReadPermit,
    work: (source: ImportSourceReader) => Promise<void>,
  ): Promise<void> {
    // Of tries that died: there is one at a time, and who is still at work finds out.
    await this.tidy(() => Promise.resolve(undefined));
    const folder = await mkdtemp(join(this.#root, `${ordered.id}.`));
    const room = new DiskRoom(folder, this.config.imports.freeBytes);
    try {
      const place = { folder, room, permit };
      await this.#fetch(actor, ordered, place);
      const source = await this.#open(ordered, place);
      try {
        await work(source);
      } finally {
        await source.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /**
   * Removes what processes that died have left. `pending`: which one is at work, asked for once it
   * is known what there is, so that none goes that has begun since.
   */
  async tidy(pending: () => Promise<ImportId | undefined>): Promise<void> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    const names = await readdir(this.#root);
    const atWork = await pending();
    for (const name of names)
      if (name.split('.', 1)[0] !== atWork)
        await rm(join(this.#root, name), { recursive: true, force: true });
  }

  async #fetch(actor: Actor, { fileId }: OrderedImport, { folder, room }: TryPlace): Promise<void> {
    try {
      const file = await this.transfers.open(actor, fileId);
      const content = room.through(await file.read());
      await pipeline(content, createWriteStream(sourceIn(folder), { mode: 0o600 }));
    } catch (error) {
      // It was never sent, and is swept after a day; or somebody has removed it.
      if (isProblem(error, 'not_found', 'gone', 'forbidden')) throw new SourceRefused('file_gone');
      throw error;
    }
  }

  #open(
    { source }: OrderedImport,
    { folder, room, permit }: TryPlace,
  ): Promise<ImportSourceReader> {
    const path = sourceIn(folder);
    if (source === 'slack') return SlackExport.open(path, permit);
    return MattermostExport.open(path, join(folder, 'posts'), room, permit);
  }
}

const sourceIn = (folder: string) => join(folder, 'source');
