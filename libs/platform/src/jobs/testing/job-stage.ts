import * as z from 'zod/mini';
import { eventually } from '../../testing/eventually.js';
import { defineJob } from '../job-kind.js';
import type { JobContext, JobOutcome, JobQueue } from '../job-queue.js';
import { defaultTimes, type JobTimes } from '../job-times.js';

/**
 * Short, so that what takes a while is worth waiting for; but for what is for who has died: nobody
 * may seem so because the machine is busy.
 */
export const quickTimes: JobTimes = {
  leaseMs: 60_000,
  renewMs: 200,
  pollMs: 50,
  drainMs: 300,
  sweepMs: 50,
  answerMs: 20_000,
  givingBackMs: 5000,
  keptDead: 1000,
};

const { answerMs, givingBackMs } = defaultTimes;

/** Of queues whose backing goes away: as in the product. */
export const timesWithoutBacking = { answerMs, givingBackMs };

/** The backing of the queues under test. `connect()` gives each "process" its queue. */
export interface JobBacking {
  /** `times`: `quickTimes`, but for these. */
  connect(times?: Partial<JobTimes>): Promise<JobQueue> | JobQueue;
}

export const Payload = z.strictObject({ n: z.int() });

/** A job that is tried three times, soon. */
export const count = defineJob('test.count', Payload, {
  attempts: 3,
  firstPauseMs: 20,
  longestPauseMs: 100,
});

/** What a handler was called with. */
export interface Call extends JobContext {
  readonly n: number;
}

/** Processes with a queue each, and what their handlers heard. */
export class JobStage {
  readonly #queues: JobQueue[] = [];
  readonly #releases: (() => void)[] = [];

  constructor(private readonly backing: JobBacking) {}

  /** One more process. */
  async connect(times: Partial<JobTimes> = {}): Promise<JobQueue> {
    const queue = await this.backing.connect(times);
    this.#queues.push(queue);
    return queue;
  }

  /** Does such jobs; gives the list of calls. `after`: what the handler does besides. */
  work(queue: JobQueue, kind = count, after: () => unknown = () => undefined): Call[] {
    const calls: Call[] = [];
    queue.handle(kind, async ({ n }, context) => {
      calls.push({ n, ...context });
      await after();
    });
    return calls;
  }

  /** A handler's part that lasts until `release`, or the end of the test. */
  hanging(): { readonly hang: () => Promise<unknown>; readonly release: () => void } {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const release = () => resolve(undefined);
    this.#releases.push(release);
    return { hang: () => promise, release };
  }

  /** The outcomes that this process tells, from now on. */
  outcomes(queue: JobQueue): JobOutcome[] {
    const heard: JobOutcome[] = [];
    queue.watch((_, outcome) => heard.push(outcome));
    return heard;
  }

  /** Again, where a busy backing does not answer in time: by its key it is the same job. */
  put(queue: JobQueue, n: number, key = `k${n}`, delayMs = 0): Promise<void> {
    return eventually(() => this.putOnce(queue, n, key, delayMs));
  }

  putOnce(queue: JobQueue, n: number, key = `k${n}`, delayMs = 0): Promise<void> {
    return queue.enqueue(count, { n }, { key, delayMs });
  }

  /** One more job, put and done: what was to be done before, is. */
  async settle(queue: JobQueue, ...calls: readonly (readonly Call[])[]): Promise<void> {
    await this.put(queue, 999);
    await eventually(() => expect(calls.flat().map(({ n }) => n)).toContain(999));
  }

  async clear(): Promise<void> {
    for (const release of this.#releases) release();
    await Promise.all(this.#queues.map((queue) => queue.close()));
  }
}

/** Fails unless the queue, whose backing is away, says so of all that it is asked, in time. */
export async function mustRefuseAll(stage: JobStage, queue: JobQueue): Promise<void> {
  const before = Date.now();
  await expect(stage.putOnce(queue, 2)).rejects.toMatchObject({
    code: 'service_unavailable',
    params: { service: 'jobs' },
  });
  // Before the driver of a database would give up, after ten seconds.
  expect(Date.now() - before).toBeLessThan(9000);
  await expect(queue.dead(count)).rejects.toMatchObject({ code: 'service_unavailable' });
  await expect(queue.counts()).rejects.toMatchObject({ code: 'service_unavailable' });
  expect(await queue.waiting()).toBeNaN();
}

/** Waits for so many calls. */
export const has = (calls: readonly unknown[], length: number): Promise<void> =>
  eventually(() => expect(calls).toHaveLength(length));
