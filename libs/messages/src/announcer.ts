import {
  AccessApi,
  chatRoom,
  SessionId,
  userRoom,
  type Actor,
  type ChatId,
  type Message,
} from '@app/contracts';
import { EventBus, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { News } from './log/append-events.js';
import type { Head, Slot } from './log/slot.js';
import { eventOf, toMessage } from './message.js';

/**
 * Tells of what was stored, in the order of the log: sockets by room, other modules by facts.
 * Nobody waits for it, and it fails nobody: the log is the truth.
 */
@Injectable()
export class Announcer {
  /** Chats whose last news still waits for its readers: what follows waits behind it. */
  readonly #tails = new Map<ChatId, Promise<void>>();

  constructor(
    private readonly access: AccessApi,
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
  ) {}

  /** What the appender calls `publish`. */
  announce(slot: Slot, news: News): void {
    const message = toMessage(slot);
    const { chatId } = slot;
    // A slot that was just put at the end is for every member: no look at anybody, no waiting.
    if (news === 'appended' && !this.#tails.has(chatId)) this.#tellRoom(message);
    else
      this.#queue(
        chatId,
        news === 'appended'
          ? () => this.#tellRoom(message)
          : () => this.#tellReaders(slot, message),
      );
    this.#tellModules(message, news);
  }

  /** Members compare, and ask for what they miss. */
  tellHead(chatId: ChatId, { seq, rev }: Head): void {
    const head = { chatId, headSeq: seq, headRev: rev };
    this.publisher.publish(chatRoom(chatId), 'chat_head', head, { isVolatile: true });
  }

  /** Resolves when everything is told. */
  async settled(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  #tellRoom(message: Message): void {
    this.publisher.publish(chatRoom(message.chatId), 'new_message', message);
  }

  /**
   * A slot from before some member's time is for those who may see it; the others learn only that
   * the log went on.
   */
  async #tellReaders(slot: Slot, message: Message): Promise<void> {
    const { chatId, seq, rev } = message;
    const event = eventOf(slot);
    try {
      const actor = causeOf(slot);
      const { hasPartialReaders } = await this.access.of(actor, { chatId });
      if (!hasPartialReaders) {
        this.publisher.publish(chatRoom(chatId), event, message);
        return;
      }
      const { canSee, cannotSee } = await this.access.readers(actor, { chatId, seq });
      for (const userId of canSee) this.publisher.publish(userRoom(userId), event, message);
      for (const userId of cannotSee) {
        this.publisher.publish(userRoom(userId), 'chat_advanced', { chatId, rev });
      }
    } catch {
      // Who caused it has left, or the members cannot be had now. Nothing is shown to anybody; each
      // asks for what they may see.
      this.tellHead(chatId, { seq, rev });
    }
  }

  #tellModules(message: Message, news: News): void {
    if (news !== 'changed') void this.eventBus.publish('message.created', message);
    if (message.version > 1) void this.eventBus.publish('message.changed', message);
  }

  #queue(chatId: ChatId, tell: () => Promise<void> | void): void {
    const before = this.#tails.get(chatId) ?? Promise.resolve();
    const tail = before.then(tell).finally(() => {
      if (this.#tails.get(chatId) === tail) this.#tails.delete(chatId);
    });
    this.#tails.set(chatId, tail);
  }
}

const sessionId = SessionId.parse('chat-log');

/** On whose behalf the readers are asked: the one whose doing the slot's present state is. */
const causeOf = ({ deletedBy, senderId }: Slot): Actor => ({
  userId: deletedBy ?? senderId,
  sessionId,
  role: 'member',
});
