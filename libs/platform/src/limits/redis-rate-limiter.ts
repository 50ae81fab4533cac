import { Logger } from '@nestjs/common';
import type { RedisConnections } from '../redis/redis-connections.js';
import { RedisScript } from '../redis/redis-script.js';
import { consumedOf, type Bucket, type Consumed, type RateLimiter } from './rate-limiter.js';

/** Level and time of a bucket in a hash that ends when it would be full. By Redis' own clock. */
const take = new RedisScript(`
local capacity, perSecond, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local level = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens, at = tonumber(level[1]) or capacity, tonumber(level[2]) or now
tokens = math.min(capacity, tokens + math.max(0, now - at) / 1000 * perSecond)
local isAllowed = tokens >= cost
if isAllowed then tokens = tokens - cost end
local left = string.format('%.6f', tokens)
redis.call('HSET', KEYS[1], 'tokens', left, 'at', string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], string.format('%d', (capacity - tokens) / perSecond * 1000 + 1000))
return {isAllowed and 1 or 0, left}
`);

/** The buckets of all processes. */
export class RedisRateLimiter implements RateLimiter {
  readonly #logger = new Logger(RedisRateLimiter.name);

  /** `alone`: who counts while Redis is away. */
  constructor(
    private readonly redis: RedisConnections,
    private readonly alone: RateLimiter,
  ) {}

  async consume(key: string, bucket: Bucket, cost = 1): Promise<Consumed> {
    const { capacity, refillPerSecond } = bucket;
    try {
      const args = [capacity, refillPerSecond, cost];
      const reply = await take.run(this.redis.commands, [`limit:${key}`], args);
      const [isAllowed, tokens] = reply as [number, string];
      return consumedOf(bucket, Number(tokens), isAllowed === 1, cost);
    } catch (error) {
      // Redis is away, which its connection has logged. Nobody is let through unlimited meanwhile.
      this.#logger.debug(error);
      return this.alone.consume(key, bucket, cost);
    }
  }
}
