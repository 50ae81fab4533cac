import { problem, type RetentionRun } from '@app/contracts';
import { Clock, defineJob, IdGenerator, JobQueue, type JobContext } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { ExpiryRound } from './expiry-round.js';
import { RetentionRunsRepository } from './retention-runs.repository.js';

const hourMs = 3_600_000;

/** Takes what is too old from all chats. */
export const expireMessages = defineJob('chats.expire', z.strictObject({ runId: z.string() }));

/** Begins that, every night. */
export const expireNightly = defineJob('chats.expire-nightly', z.strictObject({}));

/** Looks for one whose job was lost. */
export const sweepExpiry = defineJob('chats.sweep-expiry', z.strictObject({}));

/** The job by which messages go that are too old; what is to do is found in the chats. */
@Injectable()
export class RetentionJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly runs: RetentionRunsRepository,
    private readonly round: ExpiryRound,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(expireMessages, ({ runId }, context) => this.#run(runId, context));
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
  async last(): Promise<RetentionRun | undefined> {
    return (await this.runs.last())?.run;
  }

  /** One whose job was lost, or whose processes have died over it. */
  async sweep(): Promise<void> {
    const last = await this.runs.last();
    if (last?.run.state !== 'running') return;
    const { runId } = last;
    const dead = (await this.jobs.dead(expireMessages)).find(({ key }) => key === runId);
    if (dead) await this.runs.fail(runId, this.clock.now(), dead.error);
    else await this.#order(runId);
  }

  async #begin(): Promise<boolean> {
    const runId = this.ids.next();
    const hasBegun = await this.runs.begin(runId, this.clock.now());
    if (hasBegun) await this.#order(runId);
    return hasBegun;
  }

  #order(runId: string): Promise<void> {
    return this.jobs.enqueue(expireMessages, { runId }, { key: runId });
  }

  async #run(runId: string, { attempt, signal }: JobContext): Promise<void> {
    const last = await this.runs.last();
    if (last?.runId !== runId || last.run.state !== 'running') return;
    try {
      await this.round.go(runId, signal);
      await this.runs.end(runId, this.clock.now());
    } catch (error) {
      // Tried again by the queue, and named in the log; but who looks sees that it was the last.
      const isLast = attempt >= expireMessages.limits.attempts && !signal.aborted;
      if (isLast) await this.runs.fail(runId, this.clock.now(), String(error));
      throw error;
    }
  }
}
