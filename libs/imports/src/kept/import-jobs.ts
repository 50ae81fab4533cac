import {
  ImportId,
  isProblem,
  type ImportRefusal,
  type NewImport,
  type UserId,
} from '@app/contracts';
import { Clock, defineJob, IdGenerator, JobQueue, LoneOrders } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { SourceRefused } from '../source-refused.js';
import { ImportFolder } from './import-folder.js';
import { ImportRunner, ImportStopped } from './import-runner.js';
import { ImportsRepository } from './imports.repository.js';
import type { OrderedImport } from './kept-import.js';

/** How often it is looked whether one was lost, in ms. */
const sweepEveryMs = 5 * 60_000;

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
  readonly #orders: LoneOrders<OrderedImport>;

  constructor(
    private readonly jobs: JobQueue,
    private readonly imports: ImportsRepository,
    private readonly folder: ImportFolder,
    private readonly runner: ImportRunner,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {
    this.#orders = new LoneOrders(jobs, runImport, {
      pending: () => imports.pending(),
      carryOut: (ordered, signal) => this.#run(ordered, signal),
      // Why is in the log.
      giveUp: (ordered) => this.#fail(ordered, { reason: 'internal' }),
    });
  }

  onModuleInit(): void {
    this.#orders.begin();
    this.jobs.handle(sweepImports, () => this.sweep());
    this.jobs.every(sweepImports, {}, { everyMs: sweepEveryMs });
  }

  /** One that nobody knows of yet. */
  draw(createdBy: UserId, order: NewImport & { readonly fileName: string }): OrderedImport {
    const { source, isTrial, fileId, fileName } = order;
    const drawn = this.#orders.draw(this.ids, this.clock);
    return { ...drawn, source, isTrial, fileId, fileName, createdBy };
  }

  /** Idempotent. */
  order(ordered: OrderedImport): Promise<void> {
    return this.#orders.order(ordered);
  }

  async sweep(): Promise<void> {
    await this.#orders.revive();
    await this.folder.tidy(async () => (await this.imports.pending())?.id);
    const ended = (await this.imports.all()).filter(({ state }) => state !== 'pending');
    for (const { id } of ended.slice(mostKept)) await this.imports.remove(id);
  }

  async #run(ordered: OrderedImport, signal: AbortSignal): Promise<void> {
    try {
      await this.runner.run(ordered, signal);
      await this.imports.end(ordered.id, { state: 'done', ...this.#now() });
    } catch (error) {
      // What is wrong with the source stays wrong, and what somebody has stopped is over.
      const refusal = refusalOf(error);
      const isStopped = error instanceof ImportStopped && !signal.aborted;
      if (refusal) await this.#fail(ordered, refusal);
      else if (!isStopped) throw error;
    }
  }

  async #fail({ id }: OrderedImport, refusal: ImportRefusal): Promise<void> {
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
