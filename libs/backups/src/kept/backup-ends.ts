import { createHash } from 'node:crypto';
import type { BackupArchive } from '@app/contracts';
import { AuditOutbox, Clock, CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { BackupFolder } from './backup-folder.js';
import { BackupsRepository } from './backups.repository.js';
import { shown, type EndedBackup, type PendingBackup } from './kept-backup.js';

/** Characters of why one has failed. */
const mostWords = 500;

/** How backups come to their end, and how many are kept. */
@Injectable()
export class BackupEnds {
  constructor(
    private readonly backups: BackupsRepository,
    private readonly folder: BackupFolder,
    private readonly outbox: AuditOutbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ready(made: PendingBackup, archive: BackupArchive): Promise<void> {
    // Where another process was first, which was taken for dead, this file is tidied away.
    await this.backups.end(made, { state: 'ready', archive, ...this.#now() });
    await this.tidy();
  }

  /** It is given up. */
  async fail(given: PendingBackup, error: string): Promise<void> {
    const why = error.slice(0, mostWords);
    await this.backups.end(given, { state: 'failed', error: why, ...this.#now() });
    await this.tidy();
  }

  /** With its file. Idempotent. */
  async remove(backup: EndedBackup): Promise<void> {
    if (backup.state === 'ready') await this.folder.remove(backup.archive);
    await this.backups.remove(backup.id);
  }

  /** Removes what is older than those that are kept, and what tries that died have left. */
  async tidy(): Promise<void> {
    const { kept } = this.config.backups;
    const all = await this.backups.ended();
    const ready = all.filter(({ state }) => state === 'ready');
    for (const old of ready.slice(kept)) await this.#replace(old, ready[0]!);
    const failed = all.filter(({ state }) => state === 'failed');
    for (const old of failed.slice(kept)) await this.remove(old);
    await this.folder.tidy(new Map(all.map((one) => [one.id, fileOf(one)])));
  }

  /**
   * By who had the newest one made. Written down before, under an id of its own: whoever dies in
   * between, or tidies at the same time, does the same again, and the log takes it once.
   */
  async #replace(old: EndedBackup, newest: EndedBackup): Promise<void> {
    await this.outbox.recordOnce(replacementId(old), {
      action: 'backup.removed',
      actor: { userId: newest.createdBy },
      target: { kind: 'backup', id: old.id },
      before: shown(old),
      after: { replacedBy: newest.id },
    });
    await this.remove(old);
  }

  #now(): { readonly endedAt: string } {
    return { endedAt: this.clock.now().toISOString() };
  }
}

const fileOf = (one: EndedBackup): string | undefined =>
  one.state === 'ready' ? one.archive.name : undefined;

/** In the alphabet of ids. */
const replacementId = ({ id }: EndedBackup): string =>
  createHash('sha256').update(`replaced ${id}`).digest('hex').toUpperCase().slice(0, 26);
