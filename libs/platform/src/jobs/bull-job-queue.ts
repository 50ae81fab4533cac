import { problem, type JobCounts, type JobState } from '@app/contracts';
import { Queue, type JobsOptions } from 'bullmq';
import type { Clock } from '../clock/clock.js';
import type { Ticker } from '../clock/ticker.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { headersToSend } from '../telemetry/tracing.js';
import { bullJobsOf, bullStates } from './bull-jobs-of.js';
import { BullKinds } from './bull-kinds.js';
import { attemptOf, bullPrefix, BullWorker, type BullData } from './bull-worker.js';
import { acceptedPayload, answered, jobRuns, soon, tooManyJobs } from './job-intake.js';
import type { JobKind } from './job-kind.js';
import { countAll, listThrough, type JobListing, type JobListQuery } from './job-listing.js';
import type {
  DeadJob,
  JobHandler,
  JobOrder,
  JobQueue,
  JobWatcher,
  NamedKind,
  Period,
} from './job-queue.js';
import { JobRegister } from './job-register.js';
import { JobSchedule, keptForPeriod } from './job-schedule.js';
import { deadPage, defaultTimes, keepDeadMs, type JobTimes } from './job-times.js';

/** At most so many keys of done jobs are remembered, per kind. */
const keptDone = 10_000;

/** A queue of BullMQ per kind of job, in Redis. Times are those of the processes' clocks. */
export class BullJobQueue implements JobQueue {
  readonly #queues = new Map<string, Queue<BullData>>();
  readonly #workers: BullWorker[] = [];
  readonly #register = new JobRegister();
  readonly #schedule: JobSchedule;
  readonly #times: JobTimes;
  readonly #kinds: BullKinds;
  readonly #stops: (() => void)[];
  #drained: Promise<unknown> | undefined;

  constructor(
    private readonly redis: RedisConnections,
    clock: Clock,
    ticker: Ticker,
    times: Partial<JobTimes> = {},
  ) {
    this.#times = { ...defaultTimes, ...times };
    this.#schedule = new JobSchedule(clock);
    this.#kinds = new BullKinds(redis.commands, this.#register);
    this.#stops = [
      ticker.every(this.#times.pollMs, () => this.#poll()),
      ticker.every(this.#times.sweepMs, () => this.#kinds.doubt()),
    ];
  }

  async enqueue<P>(kind: JobKind<P>, payload: P, order: JobOrder): Promise<void> {
    const json = acceptedPayload(kind, payload, order);
    const trace = headersToSend();
    const data = { payload: json, key: order.key, returned: 0, ...(trace ? { trace } : {}) };
    const { maxOpen } = kind.limits;
    await this.#ask(kind, async (queue) => {
      if ((await queue.getJobCountByTypes('wait', 'delayed', 'active')) >= maxOpen) {
        if (await queue.getJob(idOf(order.key))) return;
        throw tooManyJobs();
      }
      await queue.add(kind.name, data, this.#optionsOf(kind, order));
    });
  }

  every<P>(kind: JobKind<P>, payload: P, period: Period): void {
    const kept = keptForPeriod(kind, period);
    this.#schedule.add(kind, period, (order) => this.enqueue(kept, payload, order));
    this.#poll();
  }

  handle<P>(kind: JobKind<P>, handler: JobHandler<P>): void {
    const post = this.#register.add(kind, handler);
    const redis = this.redis.forWorkers();
    this.#workers.push(new BullWorker(redis, post, this.#register, this.#times));
  }

  async dead(kind: JobKind): Promise<DeadJob[]> {
    const found = await this.#ask(kind, (queue) => queue.getFailed(0, deadPage - 1));
    return found.map((job) => ({
      key: job.data.key,
      payload: JSON.parse(job.data.payload) as unknown,
      attempts: attemptOf(job),
      error: job.failedReason,
      diedAt: new Date(job.finishedOn!).toISOString(),
    }));
  }

  async retry(kind: NamedKind, key: string): Promise<void> {
    await this.#askKnown(kind, async (queue) => {
      const job = await queue.getJob(idOf(key));
      if (!job || !(await job.isFailed())) throw problem('not_found');
      await job.updateData({ ...job.data, returned: 0 });
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    });
  }

  async remove(kind: NamedKind, key: string): Promise<void> {
    await this.#askKnown(kind, async (queue) => {
      const job = await queue.getJob(idOf(key));
      if (!job || (await job.isCompleted())) throw problem('not_found');
      try {
        await job.remove();
      } catch (error) {
        // It refuses where a worker has it; or Redis is away, and does not answer this, either.
        throw (await job.isActive()) ? jobRuns() : error;
      }
    });
  }

  list(query: JobListQuery): Promise<JobListing> {
    return this.#answered(async () =>
      listThrough(await this.#kinds.names(), query, (kind, place, limit) =>
        bullJobsOf(this.#queue(kind), this.redis.commands, query.state, { place, limit }),
      ),
    );
  }

  async waiting(): Promise<number> {
    const { answerMs } = this.#times;
    const counts = this.#register.names.map((name) =>
      soon(answerMs, this.#queue(name).getJobCountByTypes('wait', 'delayed')),
    );
    // Whatever Redis fails with: a graph has a gap then.
    return Promise.all(counts).then(sum, () => NaN);
  }

  deaths(): Promise<ReadonlyMap<string, number>> {
    const { answerMs } = this.#times;
    return this.#register.count(answerMs, (name) => this.#queue(name).getFailedCount());
  }

  async counts(): Promise<JobCounts[]> {
    return this.#answered(async () => {
      const of = (name: string, state: JobState) =>
        this.#queue(name).getJobCountByTypes(bullStates[state]);
      return countAll(await this.#kinds.names(), of);
    });
  }

  watch(watcher: JobWatcher): void {
    this.#register.watch(watcher);
  }

  pause(isPaused: boolean): void {
    for (const worker of this.#workers) worker.pause(isPaused);
  }

  async drain(): Promise<void> {
    this.#drained ??= Promise.all(this.#workers.map((worker) => worker.drain()));
    await this.#drained;
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.drain();
    // Their connection is not theirs to close.
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    this.#queues.clear();
  }

  #optionsOf({ limits }: JobKind, { key, delayMs = 0 }: JobOrder): JobsOptions {
    return {
      jobId: idOf(key),
      delay: delayMs,
      // When it is dead, the worker decides.
      attempts: Number.MAX_SAFE_INTEGER,
      backoff: { type: 'custom' },
      removeOnComplete: { age: Math.ceil(limits.keepDoneMs / 1000), count: keptDone },
      removeOnFail: { age: keepDeadMs / 1000, count: this.#times.keptDead },
      stackTraceLimit: 0,
    };
  }

  #poll(): void {
    void this.#kinds.tell();
    if (!this.#drained) void this.#schedule.keep();
  }

  async #ask<T>({ name }: NamedKind, ask: (queue: Queue<BullData>) => Promise<T>): Promise<T> {
    this.#register.meet(name);
    return this.#answered(() => ask(this.#queue(name)));
  }

  /** Of a kind that may be anybody's word: nothing is kept of one that there is not. */
  async #askKnown<T>(kind: NamedKind, ask: (queue: Queue<BullData>) => Promise<T>): Promise<T> {
    const names = await this.#answered(() => this.#kinds.names());
    if (!names.includes(kind.name)) throw problem('not_found');
    return this.#answered(() => ask(this.#queue(kind.name)));
  }

  #answered<T>(ask: () => Promise<T>): Promise<T> {
    return answered(this.#times.answerMs, ask);
  }

  #queue(name: string): Queue<BullData> {
    const known = this.#queues.get(name);
    if (known) return known;
    const queue = new Queue<BullData>(name, {
      connection: this.redis.commands,
      prefix: bullPrefix,
      streams: { events: { maxLen: 100 } },
    });
    // What fails is told to who asked; the connection says that it is away.
    queue.on('error', () => undefined);
    // One that failed to greet Redis never recovers: the next call makes another.
    queue.waitUntilReady().catch(() => this.#queues.delete(name));
    this.#queues.set(name, queue);
    return queue;
  }
}

/** BullMQ takes neither numbers nor colons for an id. */
const idOf = (key: string): string => `k${Buffer.from(key).toString('base64url')}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
