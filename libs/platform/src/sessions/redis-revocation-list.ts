import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionId } from '@app/contracts';
import { Logger } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { RedisScript } from '../redis/redis-script.js';
import { MemoryRevocationList } from './memory-revocation-list.js';
import type { RevocationList } from './revocation-list.js';

const key = 'revocations';

/**
 * A sorted set: session by the ms of Redis' clock until which it is refused. Adds what is given
 * (`id, ms, id, ms, …`), drops what is over, tells the others where there is news, and answers with
 * all that counts, in the same form.
 */
const merge = new RedisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local news = {}
for i = 2, #ARGV, 2 do
  if ARGV[1] == 'tell' or not redis.call('ZSCORE', KEYS[1], ARGV[i]) then
    news[#news + 1] = ARGV[i]
    news[#news + 1] = ARGV[i + 1]
  end
  redis.call('ZADD', KEYS[1], 'GT', string.format('%d', now + ARGV[i + 1]), ARGV[i])
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', now))
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
if last[2] then redis.call('PEXPIREAT', KEYS[1], string.format('%d', last[2])) end
if #news > 0 then redis.call('PUBLISH', KEYS[1], cjson.encode(news)) end
if ARGV[1] == 'tell' then return {} end
local all = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for i = 2, #all, 2 do all[i] = string.format('%d', all[i] - now) end
return all
`);

/**
 * The revoked sessions of all processes: each keeps all of them in memory, hears of news by
 * pub/sub, and compares with Redis whenever it (re)connects. So a revocation that was made while
 * Redis was away holds here at once, and everywhere when it is back; and a Redis that lost its
 * memory gets it from the processes.
 */
export class RedisRevocationList implements RevocationList {
  readonly #logger = new Logger(RedisRevocationList.name);
  readonly #compared: Promise<void>;
  #tellCompared = (): void => undefined;

  /** `known`: where the answers come from. */
  constructor(
    private readonly redis: RedisConnections,
    private readonly known = new MemoryRevocationList(new SystemClock()),
  ) {
    this.#compared = new Promise((resolve) => (this.#tellCompared = resolve));
    const { commands, subscriber } = redis;
    redis.hear('message', this.#hear);
    subscriber.subscribe(key).catch((error: unknown) => {
      // The connection was closed for good before it was ever open.
      this.#logger.debug(error);
    });
    // Of both: news is heard by one of them and asked for by the other.
    for (const connection of [commands, subscriber]) connection.on('ready', this.#compare);
    this.#compare();
  }

  /** Resolves when this process knows what the others know, or after `withinMs`. Never rejects. */
  async open(withinMs: number): Promise<void> {
    const late = new AbortController();
    const given = sleep(withinMs, undefined, { signal: late.signal }).catch(() => {
      // Aborted: Redis answered in time.
    });
    await Promise.race([this.#compared, given]);
    late.abort();
  }

  async revoke(sessionIds: readonly SessionId[], ttlMs: number): Promise<void> {
    await this.known.revoke(sessionIds, ttlMs);
    try {
      const pairs = sessionIds.flatMap((id) => [id, Math.ceil(ttlMs)]);
      await merge.run(this.redis.commands, [key], ['tell', ...pairs]);
    } catch (error) {
      // Redis is away: refused here, and told to the others by the comparison when it is back.
      this.#logger.warn(`A revocation waits for Redis: ${String(error)}`);
    }
  }

  isRevoked(sessionId: SessionId): boolean {
    return this.known.isRevoked(sessionId);
  }

  readonly #compare = (): void => {
    const mine = this.known.entries().flatMap(([id, ms]) => [id, Math.ceil(ms)]);
    merge.run(this.redis.commands, [key], ['compare', ...mine]).then(
      (all) => {
        this.#learn(all as string[]);
        this.#tellCompared();
      },
      (error: unknown) => {
        // Redis is away (again); the next `ready` brings us back.
        this.#logger.debug(error);
      },
    );
  };

  readonly #hear = (channel: string, news: string): void => {
    if (channel === key) this.#learn(JSON.parse(news) as string[]);
  };

  /** `[id, ms, id, ms, …]` */
  #learn(pairs: readonly string[]): void {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      void this.known.revoke([pairs[i] as SessionId], Number(pairs[i + 1]));
    }
  }
}
