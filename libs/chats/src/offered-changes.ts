import type { ChatId, Message } from '@app/contracts';

/** Changes kept per chat until they are applied; what is beyond is read from the log again. */
const maxPerChat = 2048;

/** What follows a rev. */
export interface Stretch {
  /** The changes of `fromRev + 1` to `toRev`, by rev, none missing. */
  readonly items: readonly Message[];
  readonly fromRev: number;
  readonly toRev: number;
  /** Later ones are here too, but not what comes before them. */
  readonly hasGap: boolean;
}

interface Waiting {
  /** `Map<rev, message>`. */
  readonly changes: Map<number, Message>;
  /** Of all that was offered, kept or not. */
  highestRev: number;
}

/** Changes of logs that this process was told of, to spare reading them. */
export class OfferedChanges {
  readonly #chats = new Map<ChatId, Waiting>();

  /** How many of the chat's changes wait now. */
  offer(message: Message): number {
    const { chatId, rev } = message;
    const waiting = this.#chats.get(chatId) ?? { changes: new Map(), highestRev: 0 };
    if (waiting.changes.size < maxPerChat) waiting.changes.set(rev, message);
    waiting.highestRev = Math.max(waiting.highestRev, rev);
    this.#chats.set(chatId, waiting);
    return waiting.changes.size;
  }

  /** The latest change that was offered and not dropped, kept or not; 0 when there is none. */
  headRevOf(chatId: ChatId): number {
    return this.#chats.get(chatId)?.highestRev ?? 0;
  }

  after(chatId: ChatId, fromRev: number): Stretch {
    const waiting = this.#chats.get(chatId);
    const items: Message[] = [];
    let rev = fromRev + 1;
    for (let item = waiting?.changes.get(rev); item; item = waiting?.changes.get(++rev))
      items.push(item);
    return { items, fromRev, toRev: rev - 1, hasGap: (waiting?.highestRev ?? 0) >= rev };
  }

  /** Those up to `rev` are applied, by whomever. */
  drop(chatId: ChatId, rev: number): void {
    const waiting = this.#chats.get(chatId);
    if (!waiting) return;
    if (waiting.highestRev <= rev) this.#chats.delete(chatId);
    else
      for (const other of waiting.changes.keys()) if (other <= rev) waiting.changes.delete(other);
  }
}
