import { RequestProblem } from '@app/web-session';

/** Between two times, where a refusal does not say how long to wait, ms. */
const AGAIN_MS = 1000;

/** What is refused for longer than this takes, time does not heal. */
const MOST_TIMES = 60;

/** Others may be waiting for the same: each time longer, up to so many times as long. */
const LONGEST = 8;

/**
 * The answer to `ask`, which is asked again after each refusal that `isPassing`. Rejects with any
 * other one, when the line is lost, and when it was refused 60 times.
 */
export async function untilHeard<T>(
  ask: () => Promise<T>,
  isPassing = (refusal: RequestProblem): boolean => refusal.isPassing,
): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await ask();
    } catch (error) {
      // A server that has no time now; that cannot be known before.
      if (!(error instanceof RequestProblem) || !isPassing(error)) throw error;
      if (times === MOST_TIMES) throw error;
      const waitMs = (error.retryAfterMs || AGAIN_MS) * Math.min(times, LONGEST);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
