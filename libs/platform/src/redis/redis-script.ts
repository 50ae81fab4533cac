import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { replyCodeOf } from './consumer-group.js';

/**
 * A Lua script: what it does, Redis does at once and by its own clock. It is called by its hash,
 * and sent in full where Redis does not know it (any more).
 */
export class RedisScript {
  readonly #hash: string;

  constructor(private readonly lua: string) {
    this.#hash = createHash('sha1').update(lua).digest('hex');
  }

  /** Rejects with what Redis says, or that it is away. The shape of the answer is the script's. */
  async run(redis: Redis, keys: readonly string[], args: readonly (string | number)[]) {
    try {
      return await redis.evalsha(this.#hash, keys.length, ...keys, ...args);
    } catch (error) {
      // NOSCRIPT: a new or restarted Redis. It offers no "run or load".
      if (replyCodeOf(error) !== 'NOSCRIPT') throw error;
      return redis.eval(this.lua, keys.length, ...keys, ...args);
    }
  }
}
