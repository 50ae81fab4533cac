import type { ChatId, UserId } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { RedisConnections } from '../redis/redis-connections.js';
import { RedisScript } from '../redis/redis-script.js';
import { typingMs, type TypingStore } from './presence-store.js';

/** A sorted set per chat: user by the ms of Redis' clock at which it is over. */
const exchange = new RedisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local user, ms = ARGV[1], ARGV[2]
if user ~= '' and ms == '0' then
  redis.call('ZREM', KEYS[1], user)
elseif user ~= '' then
  redis.call('ZADD', KEYS[1], string.format('%d', now + ms), user)
  redis.call('PEXPIRE', KEYS[1], ms)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', now))
return redis.call('ZRANGE', KEYS[1], 0, -1)
`);

/** Who types, seen from all processes. */
export class RedisTypingStore implements TypingStore {
  readonly #logger = new Logger(RedisTypingStore.name);

  constructor(
    private readonly redis: RedisConnections,
    private readonly ms = typingMs,
  ) {}

  async set(chatId: ChatId, userId: UserId, isTyping: boolean): Promise<void> {
    await this.#exchange(chatId, userId, isTyping ? this.ms : 0);
  }

  async in(chatId: ChatId): Promise<readonly UserId[]> {
    return this.#exchange(chatId, '', 0);
  }

  async #exchange(chatId: ChatId, userId: UserId | '', ms: number): Promise<readonly UserId[]> {
    try {
      const reply = await exchange.run(this.redis.commands, [`typing:${chatId}`], [userId, ms]);
      return reply as UserId[];
    } catch (error) {
      // Redis is away: typing is passing news, and nobody waits for it.
      this.#logger.debug(error);
      return [];
    }
  }
}
