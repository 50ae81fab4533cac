import { problem } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { RedisConnections } from '../redis/redis-connections.js';
import type { AnswerStore, KeptRequest } from './answer-store.js';

const named = (key: string) => `idempotency:${key}`;

/** What all processes of a Redis remember. */
export class RedisAnswerStore implements AnswerStore {
  readonly #logger = new Logger(RedisAnswerStore.name);

  constructor(private readonly redis: RedisConnections) {}

  async claim(key: string, fingerprint: string, leaseMs: number): Promise<KeptRequest | undefined> {
    const own = JSON.stringify({ fingerprint });
    // At once, so of two one is first; what ends in between is claimed by the next turn.
    for (let turn = 0; turn < 3; turn++) {
      const { commands } = this.redis;
      const stored = await this.#ask(() => commands.set(named(key), own, 'PX', leaseMs, 'NX'));
      if (stored === 'OK') return undefined;
      const kept = await this.#ask(() => commands.get(named(key)));
      if (kept !== null) return JSON.parse(kept) as KeptRequest;
    }
    throw problem('service_unavailable', { service: 'redis' });
  }

  async keep(key: string, request: Required<KeptRequest>, ttlMs: number): Promise<void> {
    const { commands } = this.redis;
    await this.#ask(() => commands.set(named(key), JSON.stringify(request), 'PX', ttlMs));
  }

  async release(key: string): Promise<void> {
    await this.#ask(() => this.redis.commands.del(named(key)));
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
