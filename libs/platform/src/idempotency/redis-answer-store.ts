import { problem } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { RedisConnections } from '../redis/redis-connections.js';
import { RedisScript } from '../redis/redis-script.js';
import type { AnswerStore, Claim, KeptRequest } from './answer-store.js';

const named = (key: string) => `idempotency:${key}`;

/** Stores, or without anything to store deletes, what is not another's. */
const settle = new RedisScript(`
local kept = redis.call('GET', KEYS[1])
if kept and cjson.decode(kept)['nonce'] ~= ARGV[1] then return 0 end
if ARGV[2] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
else redis.call('DEL', KEYS[1]) end
return 1
`);

/** What all processes of a Redis remember. */
export class RedisAnswerStore implements AnswerStore {
  readonly #logger = new Logger(RedisAnswerStore.name);

  constructor(private readonly redis: RedisConnections) {}

  async claim(
    { key, fingerprint, nonce }: Claim,
    leaseMs: number,
  ): Promise<KeptRequest | undefined> {
    const own = JSON.stringify({ fingerprint, nonce });
    // At once, so of two one is first; what ends in between is claimed by the next turn.
    for (let turn = 0; turn < 3; turn++) {
      const { commands } = this.redis;
      const stored = await this.#ask(() => commands.set(named(key), own, 'PX', leaseMs, 'NX'));
      if (stored === 'OK') return undefined;
      const kept = await this.#ask(() => commands.get(named(key)));
      if (kept === null) continue;
      const { fingerprint: earlier, answer } = JSON.parse(kept) as KeptRequest;
      return { fingerprint: earlier, answer };
    }
    throw problem('service_unavailable', { service: 'redis' });
  }

  keep(
    { key, fingerprint, nonce }: Claim,
    answer: string | undefined,
    ttlMs: number,
  ): Promise<void> {
    return this.#settle(key, [nonce, JSON.stringify({ fingerprint, answer, nonce }), ttlMs]);
  }

  release({ key, nonce }: Claim): Promise<void> {
    return this.#settle(key, [nonce]);
  }

  async #settle(key: string, args: readonly (string | number)[]): Promise<void> {
    await this.#ask(() => settle.run(this.redis.commands, [named(key)], args));
  }

  async #ask<T>(command: () => Promise<T>): Promise<T> {
    try {
      return await command();
    } catch (error) {
      // Redis is away, which its connection has logged.
      this.#logger.debug(error);
      throw problem('service_unavailable', { service: 'redis' });
    }
  }
}
