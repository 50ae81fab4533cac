import { problem, type JobCounts, type JobState } from '@app/contracts';
import type { Clock } from '../clock/clock.js';
import type { Ticker } from '../clock/ticker.js';
import type { Database } from '../mongo/database.js';
import { headersToSend } from '../telemetry/tracing.js';
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
import { deadPage, defaultTimes, type JobTimes } from './job-times.js';
import { JobsRepository } from './jobs.repository.js';
import { MongoWorker } from './mongo-worker.js';

/**
 * Jobs in the collection `jobs`. Meant for one process; several do no harm (one may take over where
 * another died), as long as their clocks differ by less than a lease.
 */
export class MongoJobQueue implements JobQueue {
  readonly #jobs: JobsRepository;
  readonly #register = new JobRegister();
  readonly #schedule: JobSchedule;
  readonly #worker: MongoWorker;
  readonly #times: JobTimes;
  /** `Map<name, open jobs>` as of the last poll, and what this process has added since. */
  readonly #open = new Map<string, number>();
  #stops: (() => void)[];
  #drained: Promise<void> | undefined;

  /** Declares its collection: to be made before the database opens. */
  constructor(
    database: Database,
    private readonly clock: Clock,
    ticker: Ticker,
    times: Partial<JobTimes> = {},
  ) {
    this.#times = { ...defaultTimes, ...times };
    const { pollMs, renewMs, sweepMs } = this.#times;
    this.#jobs = new JobsRepository(database);
    this.#schedule = new JobSchedule(clock);
    this.#worker = new MongoWorker(this.#jobs, this.#register, clock, this.#times);
    this.#stops = [
      ticker.every(pollMs, () => this.#poll()),
      ticker.every(renewMs, () => void this.#worker.renew()),
      ticker.every(sweepMs, () => void this.#sweep()),
    ];
  }

  async enqueue<P>(kind: JobKind<P>, payload: P, order: JobOrder): Promise<void> {
    const { name, limits } = kind;
    const job = {
      name,
      key: order.key,
      payload: acceptedPayload(kind, payload, order),
      dueAt: new Date(this.clock.now().getTime() + (order.delayMs ?? 0)),
      keepDoneMs: limits.keepDoneMs,
      trace: headersToSend() ?? null,
    };
    this.#register.meet(name);
    await this.#answered(async () => {
      if ((await this.#countIn(name)) > limits.maxOpen) {
        if (await this.#jobs.has(job)) return;
        throw tooManyJobs();
      }
      await this.#jobs.insert(job);
    });
    this.#worker.look();
  }

  every<P>(kind: JobKind<P>, payload: P, period: Period): void {
    const kept = keptForPeriod(kind, period);
    this.#schedule.add(kind, period, (order) => this.enqueue(kept, payload, order));
    this.#poll();
  }

  handle<P>(kind: JobKind<P>, handler: JobHandler<P>): void {
    this.#register.add(kind, handler);
    this.#worker.look();
  }

  async dead({ name }: JobKind): Promise<DeadJob[]> {
    const found = await this.#answered(() => this.#jobs.dead(name, deadPage));
    return found.map(({ key, payload, attempts, error, diedAt }) => ({
      key,
      payload: JSON.parse(payload) as unknown,
      attempts,
      error,
      diedAt: diedAt!.toISOString(),
    }));
  }

  async retry({ name }: NamedKind, key: string): Promise<void> {
    const now = this.clock.now();
    if (!(await this.#answered(() => this.#jobs.revive({ name, key }, now))))
      throw problem('not_found');
    this.#worker.look();
  }

  async remove({ name }: NamedKind, key: string): Promise<void> {
    const job = { name, key };
    await this.#answered(async () => {
      if (await this.#jobs.remove(job, this.clock.now())) return;
      throw (await this.#jobs.isOpen(job)) ? jobRuns() : problem('not_found');
    });
  }

  list(query: JobListQuery): Promise<JobListing> {
    const now = this.clock.now();
    return this.#answered(async () =>
      listThrough(await this.#kinds(), query, (kind, place, limit) =>
        this.#jobs.list(kind, query.state, { place, limit, now }),
      ),
    );
  }

  waiting(): Promise<number> {
    // Whatever the database fails with: a graph has a gap then.
    const count = this.#jobs.countUnclaimed(this.#register.names);
    return soon(this.#times.answerMs, count).catch(() => NaN);
  }

  deaths(): Promise<ReadonlyMap<string, number>> {
    return this.#register.count(this.#times.answerMs, (name) => this.#jobs.countDead(name));
  }

  counts(): Promise<JobCounts[]> {
    const now = this.clock.now();
    const of = (name: string, state: JobState) => this.#jobs.countIn(name, state, now);
    return this.#answered(async () => countAll(await this.#kinds(), of));
  }

  watch(watcher: JobWatcher): void {
    this.#register.watch(watcher);
  }

  pause(isPaused: boolean): void {
    this.#worker.pause(isPaused);
  }

  drain(): Promise<void> {
    this.#drained ??= this.#worker.drain();
    return this.#drained;
  }

  async close(): Promise<void> {
    await this.drain();
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Those of this process, and of whatever there is a job. */
  async #kinds(): Promise<string[]> {
    return [...new Set([...this.#register.names, ...(await this.#jobs.names())])];
  }

  #poll(): void {
    if (this.#drained) return;
    this.#open.clear();
    void this.#schedule.keep();
    this.#worker.look();
  }

  async #sweep(): Promise<void> {
    // Whatever the database fails with: in a minute is early enough.
    await this.#jobs.sweep(this.clock.now()).catch(() => undefined);
    for (const name of this.#register.names)
      await this.#jobs.keepDead(name, this.#times.keptDead).catch(() => undefined);
  }

  /**
   * Open jobs of a kind with this one. Those that were there already, or are done since, are in it
   * until the next poll.
   */
  async #countIn(name: string): Promise<number> {
    const stored = this.#open.has(name) ? 0 : await this.#jobs.countOpen(name);
    // Another call may have counted meanwhile.
    const open = (this.#open.get(name) ?? stored) + 1;
    this.#open.set(name, open);
    return open;
  }

  #answered<T>(ask: () => Promise<T>): Promise<T> {
    return answered(this.#times.answerMs, ask);
  }
}
