import { Clock, CONFIG, defineJob, JobQueue, type Config } from '@app/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { StoragePort } from '../storage/storage-port.js';
import { UploadBytes } from './upload-bytes.js';
import { UploadsRepository } from './uploads.repository.js';

const hourMs = 3_600_000;

/** What one search finds; what is left waits for the next one. */
const atOnce = 500;

/** Looks for uploads that nobody goes on with. */
export const sweepUnfinished = defineJob('files.sweep-unfinished', z.strictObject({}));

/** Removes uploads that were idle for too long, and what is left of those that are gone. */
@Injectable()
export class UnfinishedSweep implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly uploads: UploadsRepository,
    private readonly bytes: UploadBytes,
    private readonly storage: StoragePort,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sweepUnfinished, () => this.sweep());
    this.jobs.every(sweepUnfinished, {}, { everyMs: hourMs });
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - this.config.files.unfinished.idleSeconds * 1000);
    for (const id of await this.uploads.idleSince(before, now, atOnce)) await this.bytes.remove(id);
    for await (const { id, touchedAt } of this.storage.unfinished.list()) {
      const isLeft = touchedAt < before && (await this.uploads.find(id)) === undefined;
      if (isLeft) await this.storage.unfinished.remove(id);
    }
  }
}
