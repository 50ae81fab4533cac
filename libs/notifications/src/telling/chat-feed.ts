import { ChatLogApi, isImported, type ChatId, type Message, type MessageId } from '@app/contracts';
import { EventBus, KeyedQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import { ChatPlaces } from './chat-places.js';
import type { ChatPlace } from './chat-places.repository.js';
import { LastOrders } from './last-orders.js';
import { LateDevices } from './late-devices.js';
import { MessageTeller } from './message-teller.js';

/** Facts of one chat that wait for each other. */
const maxWaiting = 10_000;

/** Of a chat of which nothing was ever told, so much of its past: it is its beginning. */
const youngRev = 50;

/**
 * Brings every change of a log to the teller, each chat's in order: from the facts, and from the
 * log itself where some are missing. What was told is remembered by a place in the log, so that
 * whoever comes after a crash goes on there.
 */
@Injectable()
export class ChatFeed implements OnModuleInit {
  readonly #lanes = new KeyedQueue<ChatId>(maxWaiting);

  constructor(
    private readonly eventBus: EventBus,
    private readonly log: ChatLogApi,
    private readonly places: ChatPlaces,
    private readonly teller: MessageTeller,
    private readonly lastOrders: LastOrders,
    private readonly lateDevices: LateDevices,
  ) {}

  onModuleInit(): void {
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'message.created',
      handle: (message) => this.lastOrders.run(() => this.#take(message, message.seq - 1)),
    });
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'message.changed',
      handle: (message) => this.lastOrders.run(() => this.#take(message, message.seq)),
    });
  }

  /** Tells what is in the log up to this rev, and was not told yet. */
  catchUp(chatId: ChatId, headRev: number): Promise<void> {
    return this.#lanes.run(chatId, async () => {
      const place = await this.places.of(chatId);
      if (place) await this.#readOn(place, headRev);
    });
  }

  /** `beforeSeq`: the last slot that is not new, where nothing is known of the chat. */
  #take(message: Message, beforeSeq: number): Promise<void> {
    const { chatId, rev } = message;
    return this.#lanes.run(chatId, async () => {
      const isYoung = rev <= youngRev;
      const start = isYoung ? { rev: 0, seq: 0 } : { rev: rev - 1, seq: beforeSeq };
      const place = (await this.places.of(chatId)) ?? { chatId, ...start };
      if (rev <= place.rev) return;
      if (rev === place.rev + 1) await this.#tell(place, [message], rev);
      else await this.#readUpTo(place, message);
    });
  }

  /** What can be told is told at once, also where what was before it cannot be had yet. */
  async #readUpTo(place: ChatPlace, message: Message): Promise<void> {
    try {
      await this.#readOn(place, message.rev);
    } catch (error) {
      // The fact comes again, and brings the rest; no place is reached before.
      await this.#tellOne(place.seq, message, true);
      throw error;
    }
  }

  async #readOn(from: ChatPlace, headRev: number): Promise<void> {
    let place = from;
    while (place.rev < headRev) {
      const query = { chatId: place.chatId, afterRev: place.rev, limit: 100 };
      const { items, page } = await this.log.changes(moduleActor, query);
      // Nothing is there yet of what a fact has told: it comes again later.
      if (page.toRev <= place.rev) throw new Error(`The log of ${place.chatId} ends too early`);
      place = await this.#tell(place, items, page.toRev, await this.teller.toldAmong(items));
    }
  }

  async #tell(
    from: ChatPlace,
    messages: readonly Message[],
    rev: number,
    told: ReadonlySet<MessageId> = new Set(),
  ): Promise<ChatPlace> {
    let { seq } = from;
    for (const message of messages) {
      await this.#tellOne(from.seq, message, told.has(message.id));
      seq = Math.max(seq, message.seq);
    }
    const place = { chatId: from.chatId, rev, seq };
    this.places.reach(place);
    return place;
  }

  /** `isTold`: perhaps, by another process, and as it was before. */
  async #tellOne(lastSeq: number, message: Message, isTold: boolean): Promise<void> {
    // Said long ago and elsewhere; its people may have come into the chat by now.
    if (isImported(message)) return;
    const isNew = message.seq > lastSeq;
    if (isNew) {
      // First: whoever is heard of from now on is in time, here or there.
      this.lateDevices.note(message);
      await this.teller.tell(message);
    }
    if (!isNew || isTold) await this.teller.retell(message);
  }
}
