import { BackupId, type UserId } from '@app/contracts';
import { Clock, defineJob, IdGenerator, JobQueue, type JobContext } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { BackupEnds } from './backup-ends.js';
import { BackupFolder } from './backup-folder.js';
import { BackupsRepository } from './backups.repository.js';
import type { PendingBackup } from './kept-backup.js';

const minuteMs = 60_000;

/** After so long a job that should be there is looked for. */
const lateMs = 5 * minuteMs;

/** Makes one backup. */
export const makeBackup = defineJob('backups.make', z.strictObject({ id: BackupId }), {
  attempts: 3,
});

/** Looks for one whose job was lost, and for what others have left. */
export const sweepBackups = defineJob('backups.sweep', z.strictObject({}));

/** The jobs by which backups are made; what is to do is found in their records. */
@Injectable()
export class BackupJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly backups: BackupsRepository,
    private readonly folder: BackupFolder,
    private readonly ends: BackupEnds,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(makeBackup, ({ id }, context) => this.#make(id, context));
    this.jobs.handle(sweepBackups, () => this.sweep());
    this.jobs.every(sweepBackups, {}, { everyMs: lateMs });
  }

  /** One that nobody knows of yet. */
  draw(createdBy: UserId, label: string | undefined): PendingBackup {
    const id = BackupId.parse(this.ids.next());
    const createdAt = this.clock.now().toISOString();
    return { id, createdBy, createdAt, ...(label !== undefined && { label }) };
  }

  /** Idempotent. */
  order({ id }: PendingBackup): Promise<void> {
    return this.jobs.enqueue(makeBackup, { id }, { key: id });
  }

  async sweep(): Promise<void> {
    const pending = await this.backups.pending();
    const late = this.clock.now().getTime() - lateMs;
    if (pending && Date.parse(pending.createdAt) < late) await this.#revive(pending);
    await this.ends.tidy();
  }

  /** Of processes that have died over it often enough, it is told, and no other tries. */
  async #revive(pending: PendingBackup): Promise<void> {
    const dead = (await this.jobs.dead(makeBackup)).find(({ key }) => key === pending.id);
    if (dead) await this.ends.fail(pending, dead.error);
    else await this.order(pending);
  }

  async #make(id: BackupId, { attempt, signal }: JobContext): Promise<void> {
    const pending = await this.backups.pending();
    if (pending?.id !== id) return;
    try {
      await this.ends.ready(pending, await this.folder.write(id, signal));
    } catch (error) {
      // Tried again by the queue, and named in the log; but who waits hears that it was the last.
      const isLast = attempt >= makeBackup.limits.attempts && !signal.aborted;
      if (isLast) await this.ends.fail(pending, wordsOf(error));
      throw error;
    }
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
