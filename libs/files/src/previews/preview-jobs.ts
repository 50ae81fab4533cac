import { Clock, CONFIG, defineJob, JobQueue, type Config } from '@app/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { FilesRepository } from '../files.repository.js';
import { makePreview } from './make-preview.js';
import { Previews } from './previews.js';
import { WorkFolders } from './work-folders.js';

const minuteMs = 60_000;

/** After so long a job that should be there is looked for, and what a program left is removed. */
const lateMs = 10 * minuteMs;

/** After so long nobody waits any more. */
const hopelessMs = 24 * 60 * minuteMs;

/** Previews that one search hands over; what is left waits for the next one. */
const atOnce = 500;

/** Looks for previews whose job was lost, or never found room. */
export const findPending = defineJob('files.find-pending', z.strictObject({}));

/** The jobs by which previews are made, in each process that keeps files. */
@Injectable()
export class PreviewJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly files: FilesRepository,
    private readonly previews: Previews,
    private readonly folders: WorkFolders,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { hasPreviews, previewPrograms } = this.config.files;
    if (!hasPreviews) return;
    const limits = { ...makePreview.limits, concurrency: previewPrograms };
    this.jobs.handle({ ...makePreview, limits }, ({ fileId }, context) =>
      this.previews.make(fileId, context),
    );
    this.jobs.handle(findPending, () => this.findPending());
    this.jobs.every(findPending, {}, { everyMs: lateMs });
  }

  async findPending(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.folders.sweep(new Date(now - lateMs));
    const hopeless = new Date(now - hopelessMs).toISOString();
    for (const file of await this.files.pendingUntil(new Date(now - lateMs), atOnce)) {
      if (file.createdAt < hopeless) await this.previews.giveUp(file);
      else await this.previews.order(file);
    }
  }
}
