import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupArchive, BackupId } from '@app/contracts';
import {
  CONFIG,
  Database,
  freeBytesIn,
  IdGenerator,
  StartRefused,
  type Config,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { backUp } from '../archive/back-up.js';

/**
 * The files, `<backup>.<try>.parley`: each try has a name of its own, so that one of a process that
 * was taken for dead, and was not, never meets another's.
 */
@Injectable()
export class BackupFolder {
  constructor(
    private readonly database: Database,
    private readonly ids: IdGenerator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get isEncrypted(): boolean {
    return this.config.backups.passphrase !== undefined;
  }

  /** Resolves when it is whole. Rejects in words, and when it is told to stop. */
  async write(id: BackupId, signal: AbortSignal): Promise<BackupArchive> {
    const { folder, passphrase } = this.config.backups;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Of tries that died: there is one at a time, and who still writes finds out.
    await this.#remove((name) => idIn(name) === id && name.endsWith('.new'));
    const name = `${id}.${this.ids.next()}.parley`;
    const { dataDir, files } = this.config;
    const source = { database: this.database, dataDir, filesFolder: filesFolderOf(files) };
    const room = () => this.#lookForRoom();
    const made = await backUp(source, { file: join(folder, name), passphrase, room, signal });
    const { sizeBytes: size, sha256 } = made;
    return { name, size, sha256, isEncrypted: this.isEncrypted };
  }

  /** Whether it is there, as long as it was written. */
  async has({ name, size }: BackupArchive): Promise<boolean> {
    try {
      return (await stat(this.#pathOf(name))).size === size;
    } catch (error) {
      // Somebody has taken it away, with the folder perhaps.
      if (isAbsence(error)) return false;
      throw error;
    }
  }

  /** Idempotent. */
  async remove({ name }: BackupArchive): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  /**
   * Removes what tries have left of backups that have come to their end, but for what came of them:
   * `Map<id, name of its file>`. Whatever else is there is none of its business.
   */
  async tidy(ended: ReadonlyMap<string, string | undefined>): Promise<void> {
    await this.#remove((name) => ended.has(idIn(name)) && ended.get(idIn(name)) !== name);
  }

  /** The workspace, too, may be on this disk, and must not run out of it. */
  async #lookForRoom(): Promise<void> {
    const { folder, freeBytes } = this.config.backups;
    if ((await freeBytesIn(folder)) < freeBytes)
      throw new StartRefused(`Less than ${freeBytes} bytes are free in ${folder}.`);
  }

  async #remove(isMeant: (name: string) => boolean): Promise<void> {
    for (const name of (await this.#names()).filter(isMeant))
      await rm(this.#pathOf(name), { force: true });
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.config.backups.folder);
    } catch (error) {
      // Nobody has made one yet.
      if (isAbsence(error)) return [];
      throw error;
    }
  }

  #pathOf(name: string): string {
    return join(this.config.backups.folder, name);
  }
}

/** Empty where it is no name of ours. */
const idIn = (name: string): string =>
  /^([0-9A-Z]{26})\.[0-9A-Z]{26}\.parley(\.new)?$/.exec(name)?.[1] ?? '';

const filesFolderOf = ({ s3, folder }: Config['files']) => (s3 ? undefined : folder);

const isAbsence = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
