import type { JobCounts } from '@app/contracts';
import type { JobKind } from './job-kind.js';
import type { JobListing, JobListQuery } from './job-listing.js';

/** A kind of which the name is known: this process may have nothing to do with it. */
export type NamedKind = Pick<JobKind, 'name'>;

/** How a job is put into the queue. */
export interface JobOrder {
  /** 1 to 256 characters, unique per kind: the same key again is the same job. */
  readonly key: string;
  /** Not before so many ms from now. Default 0. */
  readonly delayMs?: number;
}

/** A period: `[n * everyMs + offsetMs, (n + 1) * everyMs + offsetMs)` for whole `n`, in UTC. */
export interface Period {
  readonly everyMs: number;
  /** `{ everyMs: day, offsetMs: 3 * hour }` is at 03:00 UTC. Default 0. */
  readonly offsetMs?: number;
}

/** What a handler knows of the job besides its payload. */
export interface JobContext {
  readonly key: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * Aborted when the job is no longer ours: the process is about to stop, or the lease was lost.
   * Who stops then leaves the rest to whoever has it now.
   */
  readonly signal: AbortSignal;
}

/** Does the job. It is done when this resolves, and is tried again later when it throws. */
export type JobHandler<P> = (payload: P, context: JobContext) => Promise<void> | void;

/** A job that was given up. */
export interface DeadJob {
  readonly key: string;
  readonly payload: unknown;
  readonly attempts: number;
  /** What the last try failed with; at most 500 characters. */
  readonly error: string;
  /** ISO 8601. */
  readonly diedAt: string;
}

/**
 * What became of one try: `done`, `retried` (failed, will be tried again), `dead` (given up),
 * `returned` (given back by a process that stops), `lost` (finished after its lease had ended:
 * another process does it again).
 */
export type JobOutcome = 'done' | 'retried' | 'dead' | 'returned' | 'lost';

/** Told after each try. `durationMs` is of the handler. */
export type JobWatcher = (name: string, outcome: JobOutcome, durationMs: number) => void;

/**
 * Work for later, shared by all processes.
 *
 * Each job is done at least once, and normally once: the worker has a lease that it renews, and one
 * that dies has its job taken over by another when the lease ends. So handlers are idempotent, by
 * the job's key. A failed job is tried again with growing pauses, and given up (dead) after
 * `limits.attempts`. There is no order among jobs.
 *
 * A job is a part of the trace in which it was enqueued, whoever does it and whenever; those of
 * `every` are of none.
 *
 * What was enqueued is as durable as the backing: MongoDB's journal, or Redis' own persistence. Who
 * must not miss one finds what is to do by a repeated job, from its own data.
 *
 * Deliberately not here: results (a handler writes what it found where it belongs), progress,
 * priorities, and jobs that wait for jobs.
 */
export abstract class JobQueue {
  /**
   * Resolves when the job is stored, or was already: waiting, done not long ago (see `keepDoneMs`)
   * or dead. Throws `validation_failed`, `payload_too_large`, `rate_limited` when there are too
   * many of its kind, and `service_unavailable` (after which it may be stored all the same).
   */
  abstract enqueue<P>(kind: JobKind<P>, payload: P, order: JobOrder): Promise<void>;

  /**
   * A job in every period from now on, once over all processes; the present period's at once,
   * unless it was done. Periods in which nobody lives are left out. Once per kind.
   */
  abstract every<P>(kind: JobKind<P>, payload: P, period: Period): void;

  /** Starts to work. One handler per kind and process; throws for a second one. */
  abstract handle<P>(kind: JobKind<P>, handler: JobHandler<P>): void;

  /**
   * Those given up within the last 30 days, the last first, at most 100. Throws
   * `service_unavailable`.
   */
  abstract dead(kind: JobKind): Promise<DeadJob[]>;

  /**
   * Tries a dead job again, from the start. Throws `not_found` when there is none of this key, and
   * `service_unavailable`.
   */
  abstract retry(kind: NamedKind, key: string): Promise<void>;

  /**
   * Takes a job out that nobody does now: it will not be done, and its key is free. Throws
   * `conflict` where it is under way, `not_found`, and `service_unavailable`.
   */
  abstract remove(kind: NamedKind, key: string): Promise<void>;

  /**
   * Those of a state, of one kind or of all kinds by name; in a kind what waits longest, or was
   * given up last, comes first. One that stays in its state comes once, whatever becomes of others.
   * Throws `service_unavailable`.
   */
  abstract list(query: JobListQuery): Promise<JobListing>;

  /** Jobs not yet begun, of the kinds this process has to do with. NaN when nobody can tell. */
  abstract waiting(): Promise<number>;

  /**
   * How many are dead, of each kind this process has to do with, `Map<name, number>`; at most 1,000
   * of a kind are kept, the youngest. NaN when nobody can tell.
   */
  abstract deaths(): Promise<ReadonlyMap<string, number>>;

  /**
   * How many jobs there are of each kind that any process has to do with, by name. For people who
   * look, not for every second. Throws `service_unavailable`.
   */
  abstract counts(): Promise<JobCounts[]>;

  /** For the platform's metrics. */
  abstract watch(watcher: JobWatcher): void;

  /**
   * Leaves jobs to other processes, or begins some again. Those under way go on, one that it was
   * just waiting for may still be begun, and enqueueing works. Idempotent.
   */
  abstract pause(isPaused: boolean): void;

  /**
   * Begins no more jobs. Resolves when those under way are done or, after a while (3 s), given
   * back. Enqueueing still works. Idempotent.
   */
  abstract drain(): Promise<void>;

  /** Drains, and lets go of the backing. Idempotent. */
  abstract close(): Promise<void>;
}
