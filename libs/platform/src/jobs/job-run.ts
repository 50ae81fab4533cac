import type { TraceHeaders } from '../telemetry/trace-headers.js';
import { handled } from '../telemetry/tracing.js';
import type { Post } from './job-register.js';

/** One job as its backing hands it out. */
export interface ClaimedJob {
  readonly key: string;
  readonly payload: unknown;
  readonly attempt: number;
  /** In which it was enqueued. */
  readonly trace: TraceHeaders | null;
}

/**
 * What a try came to. `isHopeless`: it will fail in the same way each time. `stopped`: taken from
 * the handler, which may still be busy with it.
 */
export type TryEnd =
  | { readonly type: 'ok' }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly error: unknown; readonly isHopeless: boolean };

/** One try of one job. */
export class JobRun {
  readonly #stopping = new AbortController();
  readonly #startedAt = performance.now();

  constructor(
    private readonly post: Post,
    private readonly job: ClaimedJob,
  ) {}

  get durationMs(): number {
    return performance.now() - this.#startedAt;
  }

  /** Never rejects. */
  end(): Promise<TryEnd> {
    const { signal } = this.#stopping;
    const stopped = new Promise<TryEnd>((resolve) => {
      signal.addEventListener('abort', () => resolve({ type: 'stopped' }), { once: true });
    });
    return Promise.race([this.#try(), stopped]);
  }

  /** The job is no longer ours. */
  stop(): void {
    this.#stopping.abort();
  }

  async #try(): Promise<TryEnd> {
    const { kind, handler } = this.post;
    const { key, attempt, payload, trace } = this.job;
    const work = { name: `job ${kind.name}`, attributes: { 'parley.job.attempt': attempt } };
    const { data, success, error } = kind.payload.safeParse(payload);
    // Enqueued by another release: no try will read it better.
    if (!success) return { type: 'failed', error, isHopeless: true };
    try {
      const { signal } = this.#stopping;
      await handled(trace, 'consumer', work, () => handler(data, { key, attempt, signal }));
      return { type: 'ok' };
    } catch (error) {
      // Whatever a handler throws: the job is tried again, or dead.
      return { type: 'failed', error, isHopeless: false };
    }
  }
}
