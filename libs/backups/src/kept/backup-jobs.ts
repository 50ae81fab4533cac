import { BackupId, type UserId } from '@app/contracts';
import { Clock, defineJob, IdGenerator, JobQueue, LoneOrders } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { BackupEnds } from './backup-ends.js';
import { BackupFolder } from './backup-folder.js';
import { BackupsRepository } from './backups.repository.js';
import type { PendingBackup } from './kept-backup.js';

/** How often it is looked whether one was lost, in ms. */
const sweepEveryMs = 5 * 60_000;

/** Makes one backup. */
export const makeBackup = defineJob('backups.make', z.strictObject({ id: BackupId }), {
  attempts: 3,
});

/** Looks for one whose job was lost, and for what others have left. */
export const sweepBackups = defineJob('backups.sweep', z.strictObject({}));

/** The jobs by which backups are made; what is to do is found in their records. */
@Injectable()
export class BackupJobs implements OnModuleInit {
  readonly #orders: LoneOrders<PendingBackup>;

  constructor(
    private readonly jobs: JobQueue,
    backups: BackupsRepository,
    folder: BackupFolder,
    private readonly ends: BackupEnds,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {
    this.#orders = new LoneOrders(jobs, makeBackup, {
      pending: () => backups.pending(),
      carryOut: async (order, signal) => ends.ready(order, await folder.write(order.id, signal)),
      giveUp: (order, why) => ends.fail(order, why),
    });
  }

  onModuleInit(): void {
    this.#orders.begin();
    this.jobs.handle(sweepBackups, () => this.sweep());
    this.jobs.every(sweepBackups, {}, { everyMs: sweepEveryMs });
  }

  /** One that nobody knows of yet. */
  draw(createdBy: UserId, label: string | undefined): PendingBackup {
    const drawn = this.#orders.draw(this.ids, this.clock);
    return { ...drawn, createdBy, ...(label !== undefined && { label }) };
  }

  /** Idempotent. */
  order(pending: PendingBackup): Promise<void> {
    return this.#orders.order(pending);
  }

  async sweep(): Promise<void> {
    await this.#orders.revive();
    await this.ends.tidy();
  }
}
