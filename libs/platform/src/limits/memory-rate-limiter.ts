import type { Clock } from '../clock/clock.js';
import { consumedOf, type Bucket, type Consumed, type RateLimiter } from './rate-limiter.js';

interface Level {
  tokens: number;
  atMs: number;
}

/** Most buckets that are remembered; beyond it the one unused for longest is forgotten. */
const defaultMaxBuckets = 100_000;

/** The buckets of one process. */
export class MemoryRateLimiter implements RateLimiter {
  /** `Map<key, level>`, the least recently used first. */
  readonly #levels = new Map<string, Level>();

  constructor(
    private readonly clock: Clock,
    private readonly maxBuckets = defaultMaxBuckets,
  ) {}

  consume(key: string, bucket: Bucket, cost = 1): Promise<Consumed> {
    const nowMs = this.clock.now().getTime();
    const { tokens, atMs } = this.#levels.get(key) ?? { tokens: bucket.capacity, atMs: nowMs };
    // A clock that was set back must not take tokens away.
    const refilled = (Math.max(0, nowMs - atMs) / 1000) * bucket.refillPerSecond;
    const before = Math.min(bucket.capacity, tokens + refilled);
    const isAllowed = before >= cost;
    const after = isAllowed ? before - cost : before;
    this.#remember(key, { tokens: after, atMs: nowMs });
    return Promise.resolve(consumedOf(bucket, after, isAllowed, cost));
  }

  /** Buckets remembered now. */
  get size(): number {
    return this.#levels.size;
  }

  #remember(key: string, level: Level): void {
    // Put anew, so that the map stays in the order of use.
    this.#levels.delete(key);
    this.#levels.set(key, level);
    if (this.#levels.size <= this.maxBuckets) return;
    const [oldest] = this.#levels.keys();
    this.#levels.delete(oldest!);
  }
}
