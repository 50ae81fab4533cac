import { problem, type RetentionRun } from '@app/contracts';
import { Clock, defineJob, IdGenerator, JobQueue, LoneOrders } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { ExpiryRound } from './expiry-round.js';
import { RetentionRunsRepository } from './retention-runs.repository.js';

const hourMs = 3_600_000;

/** Takes what is too old from all chats. */
export const expireMessages = defineJob('chats.expire', z.strictObject({ id: z.string() }));

/** Begins that, every night. */
export const expireNightly = defineJob('chats.expire-nightly', z.strictObject({}));

/** Looks for one whose job was lost. */
export const sweepExpiry = defineJob('chats.sweep-expiry', z.strictObject({}));

/** The job by which messages go that are too old; what is to do is found in the chats. */
@Injectable()
export class RetentionJobs implements OnModuleInit {
  readonly #orders: LoneOrders<{ readonly id: string }>;

  constructor(
    private readonly jobs: JobQueue,
    private readonly runs: RetentionRunsRepository,
    round: ExpiryRound,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {
    this.#orders = new LoneOrders(jobs, expireMessages, {
      pending: () => runs.running(),
      carryOut: async ({ id }, signal) => {
        await round.go(id, signal);
        await runs.end(id, clock.now());
      },
      giveUp: ({ id }, why) => runs.fail(id, clock.now(), why),
    });
  }

  onModuleInit(): void {
    this.#orders.begin();
    this.jobs.handle(expireNightly, async () => {
      await this.#begin();
    });
    this.jobs.handle(sweepExpiry, () => this.sweep());
    this.jobs.every(expireNightly, {}, { everyMs: 24 * hourMs, offsetMs: 3 * hourMs });
    this.jobs.every(sweepExpiry, {}, { everyMs: hourMs });
  }

  /** Throws `conflict` while it is under way. */
  async begin(): Promise<RetentionRun> {
    if (!(await this.#begin())) throw problem('conflict', { field: 'state' });
    return (await this.last())!;
  }

  /** The one that is under way, or was the last. */
  last(): Promise<RetentionRun | undefined> {
    return this.runs.last();
  }

  /** One whose job was lost, or whose processes have died over it. */
  sweep(): Promise<void> {
    return this.#orders.revive();
  }

  async #begin(): Promise<boolean> {
    const run = this.#orders.draw(this.ids, this.clock);
    const hasBegun = await this.runs.begin(run.id, new Date(run.createdAt));
    if (hasBegun) await this.#orders.order(run);
    return hasBegun;
  }
}
