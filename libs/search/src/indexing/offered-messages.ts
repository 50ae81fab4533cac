import type { ChatId, Message } from '@app/contracts';

/** Messages that wait at most: some tens of megabytes. What comes beyond is read from the log. */
const maxWaiting = 20_000;

interface Waiting {
  readonly byRev: Map<number, Message>;
  /** The latest that was offered, also of those that were not kept. */
  headRev: number;
}

/** Changes of logs that facts have told of and that are not in the index yet. */
export class OfferedMessages {
  readonly #chats = new Map<ChatId, Waiting>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  offer(message: Message): void {
    const { chatId, rev } = message;
    const waiting = this.#chats.get(chatId) ?? { byRev: new Map<number, Message>(), headRev: 0 };
    this.#chats.set(chatId, waiting);
    waiting.headRev = Math.max(waiting.headRev, rev);
    if (this.#count >= maxWaiting || waiting.byRev.has(rev)) return;
    waiting.byRev.set(rev, message);
    this.#count++;
  }

  /** How far the log of this chat has come, as far as facts say; 0: they say nothing. */
  headRevOf(chatId: ChatId): number {
    return this.#chats.get(chatId)?.headRev ?? 0;
  }

  /** What follows `rev` without a gap, at most `limit`. */
  after(chatId: ChatId, rev: number, limit: number): Message[] {
    const byRev = this.#chats.get(chatId)?.byRev;
    const messages: Message[] = [];
    for (let next = rev + 1; messages.length < limit; next++) {
      const message = byRev?.get(next);
      if (!message) break;
      messages.push(message);
    }
    return messages;
  }

  /** Nobody needs what is up to `rev`. */
  drop(chatId: ChatId, rev: number): void {
    const waiting = this.#chats.get(chatId);
    if (!waiting) return;
    for (const one of waiting.byRev.keys()) {
      if (one <= rev && waiting.byRev.delete(one)) this.#count--;
    }
    if (waiting.byRev.size === 0 && waiting.headRev <= rev) this.#chats.delete(chatId);
  }
}
