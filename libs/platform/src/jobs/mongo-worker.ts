import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Clock } from '../clock/clock.js';
import { inTrace } from '../telemetry/tracing.js';
import { errorText } from './job-intake.js';
import { retryPauseMs } from './job-kind.js';
import type { JobOutcome } from './job-queue.js';
import type { JobRegister, Post } from './job-register.js';
import { JobRun, type TryEnd } from './job-run.js';
import type { JobDocument } from './job.schema.js';
import { keepDeadMs, type JobTimes } from './job-times.js';
import type { Claim, JobsRepository } from './jobs.repository.js';
import { within } from './within.js';

/** Due jobs looked at together. */
const batch = 32;

/** Pause before the end of a job is written again, in ms. */
const againMs = 200;

interface Running {
  readonly claim: Claim;
  readonly name: string;
  readonly run: JobRun;
  readonly settled: Promise<void>;
  leaseEndMs: number;
}

/** Takes jobs that are due from the collection, as many at once as their kinds allow. */
export class MongoWorker {
  readonly #running = new Set<Running>();
  readonly #logger = new Logger(MongoWorker.name);
  #looking: Promise<void> | undefined;
  #isAskedAgain = false;
  #isPaused = false;
  #isDraining = false;
  #isKnownAway = false;

  constructor(
    private readonly jobs: JobsRepository,
    private readonly register: JobRegister,
    private readonly clock: Clock,
    private readonly times: JobTimes,
  ) {}

  /** Looks for due jobs, once more when it is called meanwhile. */
  look(): void {
    this.#isAskedAgain = true;
    // Whoever has put a job is no part of what is done for all.
    const lookOut = () => inTrace(undefined, () => this.#lookOut());
    this.#looking ??= lookOut().finally(() => (this.#looking = undefined));
  }

  /** Keeps what is under way. Who finds a lease lost stops. */
  async renew(): Promise<void> {
    await Promise.all([...this.#running].map((running) => this.#renew(running)));
  }

  /** See `JobQueue.pause`. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    if (!isPaused) this.look();
  }

  /** See `JobQueue.drain`. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    await within(this.times.drainMs, this.#looking);
    await within(this.times.drainMs, this.#settled());
    for (const { run } of this.#running) run.stop();
    // Without a database nothing can be given back: the leases will end.
    await within(this.times.givingBackMs, this.#settled());
  }

  #settled(): Promise<unknown> {
    return Promise.all([...this.#running].map((running) => running.settled));
  }

  async #lookOut(): Promise<void> {
    while (this.#isAskedAgain && !this.#isLeaving) {
      this.#isAskedAgain = false;
      try {
        await this.#takeDue();
        this.#isKnownAway = false;
      } catch (error) {
        // The database is away. Said once; the next poll looks again.
        if (!this.#isKnownAway) this.#logger.warn(`Jobs wait: ${String(error)}`);
        this.#isKnownAway = true;
      }
    }
  }

  async #takeDue(): Promise<void> {
    const names = this.register.posts
      .filter(({ kind }) => this.#freeOf(kind.name) > 0)
      .map(({ kind }) => kind.name);
    if (names.length === 0) return;
    const due = await this.jobs.due(names, this.clock.now(), batch);
    for (const seen of due) {
      if (!this.#isLeaving && this.#freeOf(seen.name) > 0) await this.#take(seen);
    }
    // Behind those of a busy kind there may be others.
    if (due.length === batch) this.#isAskedAgain = true;
  }

  get #isLeaving(): boolean {
    return this.#isDraining || this.#isPaused;
  }

  #freeOf(name: string): number {
    const busy = [...this.#running].filter((running) => running.name === name).length;
    return (this.register.post(name)?.kind.limits.concurrency ?? 0) - busy;
  }

  async #take(seen: JobDocument): Promise<void> {
    const post = this.register.post(seen.name)!;
    const now = this.clock.now();
    if (seen.attempts >= post.kind.limits.attempts) {
      const forgetAt = later(now, keepDeadMs);
      if (await this.jobs.bury(seen, 'Abandoned by its worker', now, forgetAt))
        this.register.tell(seen.name, 'dead', 0);
      return;
    }
    const claim = { id: seen._id, token: randomUUID() };
    const leaseEnd = later(now, this.times.leaseMs);
    if (!(await this.jobs.take(seen, claim.token, now, leaseEnd))) return;
    if (this.#isDraining) {
      await this.jobs.release(claim, { dueAt: now, attempts: seen.attempts });
      return;
    }
    const attempt = seen.attempts + 1;
    const payload: unknown = JSON.parse(seen.payload);
    const { key, trace = null } = seen;
    const run = new JobRun(post, { key, attempt, payload, trace });
    const settled = run.end().then((end) => this.#settle(running, post, seen, end));
    const { name } = seen;
    const running: Running = { claim, name, run, settled, leaseEndMs: leaseEnd.getTime() };
    this.#running.add(running);
  }

  async #settle(running: Running, post: Post, seen: JobDocument, end: TryEnd): Promise<void> {
    const { durationMs } = running.run;
    const [outcome, change] = this.#changeAfter(end, post, seen);
    const isHeard = await this.#write(running, change);
    this.#running.delete(running);
    this.register.tell(seen.name, isHeard ? outcome : 'lost', durationMs);
    if (end.type === 'failed')
      this.#logger.warn(`${seen._id} failed (${outcome}): ${errorText(end.error)}`);
    this.look();
  }

  #changeAfter(end: TryEnd, post: Post, seen: JobDocument): [JobOutcome, Partial<JobDocument>] {
    const now = this.clock.now();
    if (end.type === 'ok')
      return ['done', { state: 'done', dueAt: later(now, seen.keepDoneMs), error: '' }];
    // What was given back was not tried.
    if (end.type === 'stopped') return ['returned', { dueAt: now, attempts: seen.attempts }];
    const failures = seen.attempts + 1;
    const error = errorText(end.error);
    if (end.isHopeless || failures >= post.kind.limits.attempts) {
      return ['dead', { state: 'dead', dueAt: later(now, keepDeadMs), diedAt: now, error }];
    }
    const pauseMs = retryPauseMs(post.kind.limits, failures, Math.random());
    return ['retried', { dueAt: later(now, pauseMs), error }];
  }

  /** False when the claim is lost, or nobody could be told of the end before the lease was over. */
  async #write(running: Running, change: Partial<JobDocument>): Promise<boolean> {
    for (;;) {
      try {
        return await this.jobs.release(running.claim, change);
      } catch (error) {
        // The database is away. Until the lease is over nobody else has begun.
        if (this.clock.now().getTime() > running.leaseEndMs) return false;
        this.#logger.debug(error);
        await sleep(againMs);
      }
    }
  }

  async #renew(running: Running): Promise<void> {
    const until = later(this.clock.now(), this.times.leaseMs);
    try {
      if (await this.jobs.renew(running.claim, until)) running.leaseEndMs = until.getTime();
      // It may just have been finished; then there is nobody to stop.
      else if (this.#running.has(running)) running.run.stop();
    } catch (error) {
      // The database is away. The lease may end; then the job may be done twice, as promised.
      this.#logger.debug(error);
    }
  }
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
