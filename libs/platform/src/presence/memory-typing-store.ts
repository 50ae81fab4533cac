import type { ChatId, UserId } from '@app/contracts';
import type { Clock } from '../clock/clock.js';
import { typingMs, type TypingStore } from './presence-store.js';

/** Chats between two sweeps. */
const leastSweep = 1024;

/** Who types, in one process. */
export class MemoryTypingStore implements TypingStore {
  /** `Map<chat, Map<user, ms of the clock at which it is over>>`. */
  readonly #until = new Map<ChatId, Map<UserId, number>>();
  #sweepAt = leastSweep;

  constructor(
    private readonly clock: Clock,
    private readonly ms = typingMs,
  ) {}

  set(chatId: ChatId, userId: UserId, isTyping: boolean): Promise<void> {
    const typists = this.#until.get(chatId) ?? new Map<UserId, number>();
    if (isTyping) typists.set(userId, this.#now() + this.ms);
    else typists.delete(userId);
    if (typists.size > 0) this.#until.set(chatId, typists);
    else this.#until.delete(chatId);
    if (this.#until.size >= this.#sweepAt) this.#sweep();
    return Promise.resolve();
  }

  in(chatId: ChatId): Promise<readonly UserId[]> {
    this.#forgetOld(chatId);
    return Promise.resolve([...(this.#until.get(chatId)?.keys() ?? [])]);
  }

  #sweep(): void {
    for (const chatId of this.#until.keys()) this.#forgetOld(chatId);
    this.#sweepAt = Math.max(leastSweep, this.#until.size * 2);
  }

  #forgetOld(chatId: ChatId): void {
    const nowMs = this.#now();
    const typists = this.#until.get(chatId);
    if (!typists) return;
    for (const [userId, untilMs] of typists) if (untilMs <= nowMs) typists.delete(userId);
    if (typists.size === 0) this.#until.delete(chatId);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
