import type { Fact, Message, ReadMarkOf } from '@app/contracts';
import { chunksOf, EventBus } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { NotificationList } from '../list/notification-list.js';
import { LastOrders } from './last-orders.js';
import { Outbound } from './outbound.js';

/** How long marks of authors are gathered, in ms. */
const gatherMs = 500;

/** Reading a chat reads what the list has of it; so does saying something there. */
@Injectable()
export class ReadFeed implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(ReadFeed.name);
  #authors = new Map<string, ReadMarkOf>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly eventBus: EventBus,
    private readonly list: NotificationList,
    private readonly outbound: Outbound,
    private readonly lastOrders: LastOrders,
  ) {}

  onModuleInit(): void {
    const module = 'notifications-read';
    this.eventBus.subscribe({
      module,
      name: 'chat.read',
      handle: (fact) => this.lastOrders.run(() => this.#read(fact)),
    });
    this.eventBus.subscribe({
      module,
      name: 'message.created',
      handle: (message) => this.#gather(message),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  /** What authors have read by saying something. Never throws. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const marks = [...this.#authors.values()];
    this.#authors = new Map();
    try {
      for (const some of chunksOf(marks)) await this.#read({ items: some });
    } catch (error) {
      // The database is away: what they have answered stays unread until they look again.
      this.#logger.warn(`${marks.length} marks of authors are lost: ${String(error)}`);
    }
  }

  async #read({ items }: Fact<'chat.read'>): Promise<void> {
    await this.list.readUpTo(items);
    await this.outbound.takeBack(items);
  }

  #gather({ kind, chatId, senderId, seq }: Message): void {
    if (kind === 'system' || kind === 'call') return;
    const key = `${senderId}:${chatId}`;
    // What is told again comes late.
    const lastReadSeq = Math.max(seq, this.#authors.get(key)?.lastReadSeq ?? 0);
    this.#authors.set(key, { chatId, userId: senderId, lastReadSeq });
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
  }
}
