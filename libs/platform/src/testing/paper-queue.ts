import type { JobKind } from '../jobs/job-kind.js';
import type { DeadJob, JobHandler, JobOrder, JobQueue } from '../jobs/job-queue.js';

const untold = new AbortController().signal;

/** A queue that writes down what it is told, and does nothing by itself. */
export class PaperQueue {
  /** Keys of what was put into it, in that order. */
  readonly ordered: string[] = [];
  /** Those that were given up: as a test says it. */
  readonly given: Pick<DeadJob, 'key' | 'error'>[] = [];
  readonly #handlers = new Map<string, JobHandler<unknown>>();

  /** As it is handed to who asks for one. */
  readonly jobs = {
    handle: <P>({ name }: JobKind<P>, handler: JobHandler<P>) =>
      void this.#handlers.set(name, handler as JobHandler<unknown>),
    every: () => undefined,
    enqueue: (_: JobKind, __: unknown, { key }: JobOrder) => {
      this.ordered.push(key);
      return Promise.resolve();
    },
    dead: () => Promise.resolve(this.given),
  } as unknown as JobQueue;

  /** One try of a job whose key is in its payload, as `id`. Rejects as its handler does. */
  async try({ name }: JobKind, id: string, attempt = 1, signal = untold): Promise<void> {
    await this.#handlers.get(name)!({ id }, { key: id, attempt, signal });
  }
}
