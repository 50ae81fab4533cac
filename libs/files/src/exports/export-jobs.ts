import { ExportId } from '@app/contracts';
import { Clock, defineJob, JobQueue, type JobContext } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { ExportEnds } from './export-ends.js';
import { ExportMaker } from './export-maker.js';
import type { StoredExport } from './export.js';
import { ExportsRepository } from './exports.repository.js';

const minuteMs = 60_000;

/** After so long a job that should be there is looked for. */
const lateMs = 10 * minuteMs;

/** After so long nobody waits any more. */
const hopelessMs = 24 * 60 * minuteMs;

/** As many as one search deals with; what is left waits for the next one. */
const atOnce = 500;

/** Makes one export. */
export const makeExport = defineJob('files.make-export', z.strictObject({ id: ExportId }));

/** Looks for exports whose job was lost, and for those whose time is over. */
export const sweepExports = defineJob('files.sweep-exports', z.strictObject({}));

/** The jobs by which exports are made and removed; what is to do is found in their records. */
@Injectable()
export class ExportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly exports: ExportsRepository,
    private readonly maker: ExportMaker,
    private readonly ends: ExportEnds,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(makeExport, ({ id }, context) => this.#make(id, context));
    this.jobs.handle(sweepExports, () => this.sweep());
    this.jobs.every(sweepExports, {}, { everyMs: lateMs });
  }

  /** Idempotent. */
  order({ id }: StoredExport): Promise<void> {
    return this.jobs.enqueue(makeExport, { id }, { key: id });
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const hopeless = new Date(now.getTime() - hopelessMs).toISOString();
    for (const late of await this.exports.pendingUntil(new Date(now.getTime() - lateMs), atOnce)) {
      if (late.createdAt < hopeless) await this.ends.fail(late);
      else await this.order(late);
    }
    for (const over of await this.exports.expired(now, atOnce)) await this.ends.remove(over);
  }

  async #make(id: ExportId, { attempt, signal }: JobContext): Promise<void> {
    try {
      await this.maker.make(id, signal);
    } catch (error) {
      // Tried again by the queue, and named in the log; but who waits hears that it was the last.
      const isLast = attempt >= makeExport.limits.attempts && !signal.aborted;
      const given = isLast ? await this.exports.find(id) : undefined;
      if (given) await this.ends.fail(given);
      throw error;
    }
  }
}
