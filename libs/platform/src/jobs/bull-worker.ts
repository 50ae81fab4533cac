import { Logger } from '@nestjs/common';
import { UnrecoverableError, WaitingError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { TraceHeaders } from '../telemetry/trace-headers.js';
import { errorText } from './job-intake.js';
import { retryPauseMs } from './job-kind.js';
import type { JobRegister, Post } from './job-register.js';
import { JobRun, type TryEnd } from './job-run.js';
import type { JobTimes } from './job-times.js';
import { within } from './within.js';

/** What BullMQ keeps of a job of ours. */
export interface BullData {
  /** JSON. */
  readonly payload: string;
  readonly key: string;
  /** How often it was begun and given back untried. */
  readonly returned: number;
  /** In which it was enqueued; absent outside of every trace. */
  readonly trace?: TraceHeaders;
}

/** All keys of BullMQ begin so. */
export const bullPrefix = 'jobs';

/** Pause before BullMQ tries again what Redis refused, in ms. */
const againMs = 500;

/** How often BullMQ may take over a job: we count the tries ourselves. */
const boundless = 1_000_000;

/** Does the jobs of one kind. */
export class BullWorker {
  readonly #worker: Worker<BullData>;
  readonly #runs = new Map<string, JobRun>();
  readonly #logger = new Logger(BullWorker.name);
  #isClosed = false;

  constructor(
    redis: Redis,
    private readonly post: Post,
    private readonly register: JobRegister,
    private readonly times: JobTimes,
  ) {
    const { name, limits } = post.kind;
    this.#worker = new Worker<BullData>(name, (job, token) => this.#do(job, token!), {
      connection: redis,
      prefix: bullPrefix,
      concurrency: limits.concurrency,
      // Together: another has it before the lease is over.
      lockDuration: times.leaseMs / 2,
      stalledInterval: times.leaseMs / 4,
      lockRenewTime: times.renewMs,
      maxStalledCount: boundless,
      runRetryDelay: againMs,
      settings: { backoffStrategy: (_, __, ___, job) => this.#pauseMs(job as Job<BullData>) },
    });
    this.#worker.on('completed', (job) => register.tell(name, 'done', tookMs(job)));
    this.#worker.on('failed', (job, error) => job && this.#failed(job, error));
    this.#worker.on('lockRenewalFailed', (ids: string[]) => {
      for (const id of ids) this.#runs.get(id)?.stop();
    });
    this.#worker.on('closed', () => (this.#isClosed = true));
    // Redis is away, or a lease was lost: both are told elsewhere, and BullMQ goes on.
    this.#worker.on('error', (error) => this.#logger.debug(error));
  }

  /** See `JobQueue.pause`. Neither rejects. */
  pause(isPaused: boolean): void {
    void (isPaused ? this.#worker.pause(true) : this.#worker.resume());
  }

  /** See `JobQueue.drain`. */
  async drain(): Promise<void> {
    const closed = this.#worker.close();
    const { drainMs, givingBackMs } = this.times;
    await within(drainMs, closed);
    for (const run of this.#runs.values()) run.stop();
    await within(givingBackMs, closed);
    // Without Redis nothing can be given back, and BullMQ would wait for it: the leases will end.
    if (!this.#isClosed) await within(givingBackMs, this.#worker.disconnect());
  }

  async #do(job: Job<BullData>, token: string): Promise<void> {
    const attempt = attemptOf(job);
    const { attempts } = this.post.kind.limits;
    if (attempt > attempts) throw new UnrecoverableError('Abandoned by its worker');
    const payload: unknown = JSON.parse(job.data.payload);
    const { key, trace = null } = job.data;
    const run = new JobRun(this.post, { key, attempt, payload, trace });
    this.#runs.set(job.id!, run);
    const end = await run.end();
    this.#runs.delete(job.id!);
    if (end.type === 'stopped') return this.#giveBack(job, token, run);
    if (end.type === 'failed') throw failureOf(end, attempt >= attempts);
  }

  /** Always throws: what BullMQ takes for "leave it alone". */
  async #giveBack(job: Job<BullData>, token: string, run: JobRun): Promise<never> {
    const { name } = this.post.kind;
    try {
      // First: whoever takes it at once must not count this try.
      await job.updateData({ ...job.data, returned: job.data.returned + 1 });
      await job.moveToWait(token);
      this.register.tell(name, 'returned', run.durationMs);
    } catch (error) {
      // Somebody else has it, or Redis is away and the lease will end.
      this.#logger.debug(error);
      this.register.tell(name, 'lost', run.durationMs);
    }
    throw new WaitingError();
  }

  #failed(job: Job<BullData>, error: Error): void {
    const outcome = job.finishedOn === undefined ? 'retried' : 'dead';
    this.register.tell(this.post.kind.name, outcome, tookMs(job));
    this.#logger.warn(`${job.name}:${job.data.key} failed (${outcome}): ${errorText(error)}`);
  }

  #pauseMs(job: Job<BullData>): number {
    return retryPauseMs(this.post.kind.limits, attemptOf(job), Math.random());
  }
}

/** 1 for the first try. Abandoned ones count, given back ones do not. */
export const attemptOf = (job: Job<BullData>): number => job.attemptsStarted - job.data.returned;

/** BullMQ keeps a message only. */
function failureOf(end: Extract<TryEnd, { type: 'failed' }>, isLast: boolean): Error {
  const text = errorText(end.error);
  return end.isHopeless || isLast ? new UnrecoverableError(text) : new Error(text);
}

const tookMs = ({ processedOn = 0, finishedOn = Date.now() }: Job): number =>
  Math.max(0, finishedOn - processedOn);
