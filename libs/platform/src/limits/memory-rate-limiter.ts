import type { Clock } from '../clock/clock.js';
import { BoundedMap } from '../memory/bounded-map.js';
import { consumedOf, type Bucket, type Consumed, type RateLimiter } from './rate-limiter.js';

interface Level {
  tokens: number;
  atMs: number;
}

/** Most buckets that are remembered; beyond it the one unused for longest is forgotten. */
const defaultMaxBuckets = 100_000;

/** The buckets of one process. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #levels: BoundedMap<string, Level>;

  constructor(
    private readonly clock: Clock,
    maxBuckets = defaultMaxBuckets,
  ) {
    this.#levels = new BoundedMap(maxBuckets);
  }

  consume(key: string, bucket: Bucket, cost = 1): Promise<Consumed> {
    const nowMs = this.clock.now().getTime();
    const { tokens, atMs } = this.#levels.get(key) ?? { tokens: bucket.capacity, atMs: nowMs };
    // A clock that was set back must not take tokens away.
    const refilled = (Math.max(0, nowMs - atMs) / 1000) * bucket.refillPerSecond;
    const before = Math.min(bucket.capacity, tokens + refilled);
    const isAllowed = before >= cost;
    const after = isAllowed ? before - cost : before;
    this.#levels.set(key, { tokens: after, atMs: nowMs });
    return Promise.resolve(consumedOf(bucket, after, isAllowed, cost));
  }

  /** Buckets remembered now. */
  get size(): number {
    return this.#levels.size;
  }
}
