import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { FileTotalsRepository } from './file-totals.repository.js';
import { FilesRepository } from './files.repository.js';

const hourMs = 3_600_000;

/** So long lie at most between counting a file and recording it, if nobody has died in between. */
const underWayMs = 60_000;

/** Counts what everybody keeps anew. */
export const recountQuota = defineJob('files.recount-quota', z.strictObject({}));

/**
 * A process that dies between two steps leaves bytes counted that nobody keeps. So all files are
 * counted anew, and a total that is another is set right: one of which nothing was counted for a
 * minute, nor while the files were, as what is under way just then is counted, and recorded later.
 */
@Injectable()
export class QuotaRecount implements OnModuleInit {
  readonly #logger = new Logger(QuotaRecount.name);

  constructor(
    private readonly jobs: JobQueue,
    private readonly totals: FileTotalsRepository,
    private readonly files: FilesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(recountQuota, () => this.recount());
    this.jobs.every(recountQuota, {}, { everyMs: hourMs });
  }

  async recount(): Promise<void> {
    const then = new Date(this.clock.now().getTime() - underWayMs);
    const kept = await this.files.bytesByUser();
    const all = [...kept.values()].reduce((sum, bytes) => sum + bytes, 0);
    for await (const total of this.totals.quietSince(then)) {
      const right = total.whose === 'workspace' ? all : (kept.get(total.whose) ?? 0);
      if (right === total.bytes || !(await this.totals.correct(total, right, then))) continue;
      this.#logger.warn(`${total.whose}: ${total.bytes} bytes were counted, and ${right} are kept`);
    }
  }
}
