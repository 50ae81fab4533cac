/** A token bucket: full at first, refilled steadily. */
export interface Bucket {
  /** Most tokens there can be: the size of a burst. */
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** What became of an attempt, and what to tell the caller (`RateLimit` headers). */
export interface Consumed {
  readonly isAllowed: boolean;
  /** Whole tokens left. */
  readonly remaining: number;
  /** Ms until what was refused is there, or, if it was allowed, one more; 0 when it is. */
  readonly retryAfterMs: number;
  /** Ms until the bucket is full. */
  readonly resetMs: number;
}

/**
 * Counts attempts against shared buckets: the same on every node. A key that was not used for as
 * long as its bucket takes to fill is forgotten.
 *
 * Deliberately not here: which buckets there are (who limits, says so), and fairness.
 */
export abstract class RateLimiter {
  /**
   * Takes `cost` tokens (default 1; 0 only looks), or none at all when there are not enough. Never
   * throws: without its backing each node counts for itself.
   */
  abstract consume(key: string, bucket: Bucket, cost?: number): Promise<Consumed>;
}

/** Tells a level in the words of `Consumed`. `tokens`: what is left, a fraction. */
export function consumedOf(
  { capacity, refillPerSecond }: Bucket,
  tokens: number,
  isAllowed: boolean,
  cost: number,
): Consumed {
  const msUntil = (level: number) =>
    // A millionth less: an error of rounding is no millisecond.
    Math.max(0, Math.ceil(((Math.min(level, capacity) - tokens) / refillPerSecond) * 1000 - 1e-6));
  return {
    isAllowed,
    remaining: Math.floor(tokens),
    retryAfterMs: msUntil(isAllowed ? 1 : cost),
    resetMs: msUntil(capacity),
  };
}
