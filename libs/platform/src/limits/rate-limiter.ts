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
  /** Ms until one token is there; 0 when one is. */
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
  /** Takes `cost` tokens (default 1; 0 only looks). Never throws: without its backing it allows. */
  abstract consume(key: string, bucket: Bucket, cost?: number): Promise<Consumed>;
}
