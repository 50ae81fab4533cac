import { RequestProblem } from '@app/web-session';

/** What takes longer is not waited for: whoever wants it asks again. */
const LONGEST_MS = 30_000;

/** So often one thing is asked for. */
const MOST_TRIES = 3;

/**
 * Of one box, list or the like that asks the server: where that says that it was asked too often,
 * and for how long, nothing more is asked before, and then what is still wanted is asked again.
 */
export class ToldPause {
  private told: { readonly error: RequestProblem; readonly untilMs: number } | null = null;

  /**
   * `wait`: hears what the server has said, while it is waited. Rejects as `question` does, and
   * with what the server has said where the answer is not wanted any more.
   */
  async ask<T>(
    question: () => Promise<T>,
    isWanted: () => boolean,
    wait: (error: RequestProblem) => void = () => undefined,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      if (this.leftMs > 0) await this.over(isWanted, wait);
      try {
        return await question();
      } catch (error) {
        // Whatever else it is, the one who asks knows what to make of it.
        if (!isForSoon(error) || tries === MOST_TRIES) throw error;
        this.told = { error, untilMs: performance.now() + error.retryAfterMs };
      }
    }
  }

  private get leftMs(): number {
    return this.told ? this.told.untilMs - performance.now() : 0;
  }

  private async over(
    isWanted: () => boolean,
    wait: (error: RequestProblem) => void,
  ): Promise<void> {
    const { error } = this.told!;
    wait(error);
    await new Promise((resolve) => setTimeout(resolve, this.leftMs));
    if (!isWanted()) throw error;
  }
}

const isForSoon = (error: unknown): error is RequestProblem =>
  error instanceof RequestProblem &&
  error.code === 'rate_limited' &&
  error.retryAfterMs > 0 &&
  error.retryAfterMs <= LONGEST_MS;
