import { ConnectionLost, RequestProblem } from '@app/web-session';
import { reconnectDelay } from './reconnect-delay';

/** Repeats what failed for now, as long as there is a connection at all. */
export class Persistence {
  /** There is no connection: a `ready` will begin everything anew. */
  isPaused = true;
  private readonly wakers = new Set<() => void>();

  constructor(private readonly random: () => number) {}

  /** The line is lost: what waits for a next try gives up, since a `ready` begins it anew. */
  pause(): void {
    this.isPaused = true;
    for (const wake of this.wakers) wake();
    this.wakers.clear();
  }

  resume(): void {
    this.isPaused = false;
  }

  /**
   * Tries until it succeeds. Rejects with a refusal that time does not heal, and with
   * `ConnectionLost` when the line is lost meanwhile.
   */
  async until<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        // A request may fail in passing; which failures those are is known only after the fact.
        if (this.isPaused || !isPassing(error)) throw error;
        const afterMs = error instanceof RequestProblem ? error.retryAfterMs : 0;
        await this.wait(Math.max(afterMs, reconnectDelay(tries, this.random)));
        this.mustGoOn();
      }
    }
  }

  /** Ends at once when the line is lost. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.wakers.delete(wake);
        resolve();
      }, ms);
      this.wakers.add(wake);
    });
  }

  private mustGoOn(): void {
    if (this.isPaused) throw new ConnectionLost();
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  return error instanceof RequestProblem && error.isPassing;
}
