import {
  AccessApi,
  chatRoom,
  isProblem,
  SessionId,
  userRoom,
  type Actor,
  type ChatId,
  type Message,
} from '@app/contracts';
import { EventBus, Metrics, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { News } from './log/append-events.js';
import type { Head, Slot } from './log/slot.js';
import { eventOf, toMessage } from './message.js';

/**
 * News of one chat that wait at most for those who are asked about readers: minutes of a busy chat.
 * What comes on top is not queued: members hear where the log is, and ask.
 */
export const maxWaiting = 1000;

/** What of one chat is yet to be told, in order. */
interface Line {
  tail: Promise<void>;
  length: number;
}

/**
 * Tells of what was stored, in the order of the log: sockets by room, other modules by facts.
 * Nobody waits for it, and it fails nobody: the log is the truth.
 */
@Injectable()
export class Announcer {
  /** Chats whose last news still waits for its readers: what follows waits behind it. */
  readonly #lines = new Map<ChatId, Line>();
  readonly #notQueued: ReturnType<Metrics['counter']>;

  constructor(
    private readonly access: AccessApi,
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
    metrics: Metrics,
  ) {
    this.#notQueued = metrics.counter({
      name: 'parley_news_not_queued_total',
      help: 'Changes that members were told to ask for, since too many of their chat waited.',
    });
  }

  /** What the appender calls `publish`. */
  announce(slot: Slot, news: News): void {
    const message = toMessage(slot);
    const { chatId } = slot;
    // A slot that was just put at the end is for every member: no look at anybody, no waiting.
    if (news === 'appended' && !this.#lines.has(chatId)) this.#tellRoom(message);
    else
      this.#queue(
        message,
        news === 'appended'
          ? () => this.#tellRoom(message)
          : () => this.#tellReaders(slot, message),
      );
    this.#tellModules(slot, message, news);
  }

  /** Members compare, and ask for what they miss. */
  tellHead(chatId: ChatId, { seq, rev }: Head): void {
    const head = { chatId, headSeq: seq, headRev: rev };
    this.publisher.publish(chatRoom(chatId), 'chat_head', head, { isVolatile: true });
  }

  /** Resolves when everything is told. */
  async settled(): Promise<void> {
    while (this.#lines.size > 0)
      await Promise.all([...this.#lines.values()].map(({ tail }) => tail));
  }

  #tellRoom(message: Message): void {
    this.publisher.publish(chatRoom(message.chatId), 'new_message', message);
  }

  /**
   * A slot from before some member's time is for those who may see it; the others learn only that
   * the log went on.
   */
  async #tellReaders(slot: Slot, message: Message): Promise<void> {
    for (const actor of askersOf(slot)) {
      const outcome = await this.#toldFor(actor, slot, message);
      if (outcome === 'told') return;
      if (outcome === 'unknown') break;
    }
    // Who caused it has left, or the members cannot be had now. Nothing is shown to anybody; each
    // asks for what they may see.
    this.tellHead(message.chatId, message);
  }

  /** `left`: this one is no member any more, another one may be. */
  async #toldFor(actor: Actor, slot: Slot, message: Message): Promise<'told' | 'left' | 'unknown'> {
    const { chatId, seq, rev } = message;
    const event = eventOf(slot);
    try {
      const { hasPartialReaders, visibleFromSeq } = await this.access.of(actor, { chatId });
      if (!hasPartialReaders) {
        // All see the same: what has become too old meanwhile, nobody does.
        if (seq >= visibleFromSeq) this.publisher.publish(chatRoom(chatId), event, message);
        else this.publisher.publish(chatRoom(chatId), 'chat_advanced', { chatId, rev });
        return 'told';
      }
      const { canSee, cannotSee } = await this.access.readers(actor, { chatId, seq });
      for (const userId of canSee) this.publisher.publish(userRoom(userId), event, message);
      for (const userId of cannotSee) {
        this.publisher.publish(userRoom(userId), 'chat_advanced', { chatId, rev });
      }
      return 'told';
    } catch (error) {
      // Whatever it is: who asked is none of the chat, or nobody answers.
      return isProblem(error, 'not_member') ? 'left' : 'unknown';
    }
  }

  #tellModules({ version }: Slot, message: Message, news: News): void {
    if (news !== 'changed') void this.eventBus.publish('message.created', message);
    if (version > 1) void this.eventBus.publish('message.changed', message);
  }

  #queue(message: Message, tell: () => Promise<void> | void): void {
    const { chatId } = message;
    const line = this.#lines.get(chatId) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= maxWaiting) {
      this.#notQueued.inc();
      this.tellHead(chatId, message);
      return;
    }
    this.#lines.set(chatId, line);
    line.length++;
    line.tail = line.tail.then(tell).finally(() => {
      if (--line.length === 0) this.#lines.delete(chatId);
    });
  }
}

const sessionId = SessionId.parse('chat-log');

/** Of so many one is in the chat, or nobody is looked for any longer. */
const maxAskers = 4;

/**
 * On whose behalf the readers are asked: the one whose doing the slot's present state is; where
 * they have left, those who have pinned it or reacted, of whom one has just done so.
 */
function askersOf({ deletedBy, senderId, pin, reactions = [] }: Slot): Actor[] {
  const latest = reactions.flatMap(({ userIds }) => userIds.at(-1) ?? []);
  // Who moderates the workspace need not be in the chat in which they delete something.
  const authors = deletedBy === undefined ? [senderId] : [deletedBy, senderId];
  const userIds = [...authors, ...(pin ? [pin.by] : []), ...latest];
  return [...new Set(userIds)]
    .slice(0, maxAskers)
    .map((userId) => ({ userId, sessionId, role: 'member' }));
}
