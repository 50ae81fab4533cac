import {
  ImportId,
  isProblem,
  type FileId,
  type ImportRefusal,
  type NewImport,
  type UserId,
} from '@app/contracts';
import { Clock, defineJob, IdGenerator, JobQueue, type JobContext } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { SourceRefused } from '../source-refused.js';
import { ImportFolder } from './import-folder.js';
import { ImportRunner, ImportStopped } from './import-runner.js';
import { ImportsRepository } from './imports.repository.js';
import type { OrderedImport } from './kept-import.js';

const minuteMs = 60_000;

/** After so long a job that should be there is looked for. */
const lateMs = 5 * minuteMs;

/** Ended imports that are listed; older ones go. */
const mostKept = 50;

/** Does one import. */
export const runImport = defineJob('imports.run', z.strictObject({ id: ImportId }), {
  attempts: 5,
});

/** Looks for one whose job was lost, and for what others have left. */
export const sweepImports = defineJob('imports.sweep', z.strictObject({}));

/** The jobs by which imports are done; what is to do is found in their records. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly imports: ImportsRepository,
    private readonly folder: ImportFolder,
    private readonly runner: ImportRunner,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(runImport, ({ id }, context) => this.#run(id, context));
    this.jobs.handle(sweepImports, () => this.sweep());
    this.jobs.every(sweepImports, {}, { everyMs: lateMs });
  }

  /** One that nobody knows of yet. */
  draw(createdBy: UserId, order: NewImport & { readonly fileName: string }): OrderedImport {
    const { source, isTrial, fileName } = order;
    const fileId: FileId = order.fileId;
    const id = ImportId.parse(this.ids.next());
    const createdAt = this.clock.now().toISOString();
    return { id, source, isTrial, fileId, fileName, createdBy, createdAt };
  }

  /** Idempotent. */
  order({ id }: OrderedImport): Promise<void> {
    return this.jobs.enqueue(runImport, { id }, { key: id });
  }

  async sweep(): Promise<void> {
    await this.imports.tidyClaim();
    const pending = await this.imports.pending();
    const late = this.clock.now().getTime() - lateMs;
    if (pending && Date.parse(pending.createdAt) < late) await this.#revive(pending);
    await this.folder.tidy(async () => (await this.imports.pending())?.id);
    const ended = (await this.imports.all()).filter(({ state }) => state !== 'pending');
    for (const { id } of ended.slice(mostKept)) await this.imports.remove(id);
  }

  /** Of processes that have died over it often enough, it is told, and no other tries. */
  async #revive(pending: OrderedImport): Promise<void> {
    const isDead = (await this.jobs.dead(runImport)).some(({ key }) => key === pending.id);
    if (isDead) await this.#fail(pending.id, { reason: 'internal' });
    else await this.order(pending);
  }

  async #run(id: ImportId, { attempt, signal }: JobContext): Promise<void> {
    const ordered = await this.imports.pending();
    if (ordered?.id !== id) return;
    try {
      await this.runner.run(ordered, signal);
      await this.imports.end(id, { state: 'done', ...this.#now() });
    } catch (error) {
      // What is wrong with the source stays wrong; anything else is tried again by the queue, which
      // names it in the log, but who waits hears that it was the last try.
      const isLast = attempt >= runImport.limits.attempts && !signal.aborted;
      const refusal = refusalOf(error) ?? (isLast ? ({ reason: 'internal' } as const) : undefined);
      if (refusal) await this.#fail(id, refusal);
      const isStopped = error instanceof ImportStopped && !signal.aborted;
      if (refusalOf(error) === undefined && !isStopped) throw error;
    }
  }

  async #fail(id: ImportId, refusal: ImportRefusal): Promise<void> {
    await this.imports.end(id, { state: 'failed', refusal, ...this.#now() });
  }

  #now(): { readonly endedAt: string } {
    return { endedAt: this.clock.now().toISOString() };
  }
}

function refusalOf(error: unknown): ImportRefusal | undefined {
  if (error instanceof SourceRefused) return error.toRefusal();
  return isProblem(error, 'forbidden') ? { reason: 'forbidden' } : undefined;
}
