import type { ChatId, Message } from '@app/contracts';
import { EventBus, Metrics } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ChatIndexer } from './chat-indexer.js';
import { GatheredChats } from './gathered-chats.js';

/** How long changes are gathered before they are put in, in ms. */
const gatherMs = 250;

/** When chats that could not be brought up are tried again, in ms. */
const retryMs = 5000;

/** Chats that are brought up side by side. */
const width = 8;

/** Chats that wait for either; beyond it, the next message or search of a chat brings it up. */
const maxWaiting = 10_000;

/** Puts what facts tell into the index, soon after and off the send path. */
@Injectable()
export class IndexFeed implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(IndexFeed.name);
  readonly #told = new GatheredChats(gatherMs, maxWaiting, (chatIds) => this.#bringUp(chatIds));
  /** Apart from those that facts tell of: what is wrong with one chat holds up no other. */
  readonly #failed = new GatheredChats(retryMs, maxWaiting, (chatIds) => this.#bringUp(chatIds));
  #isClosed = false;

  constructor(
    private readonly eventBus: EventBus,
    private readonly indexer: ChatIndexer,
    metrics: Metrics,
  ) {
    metrics.gauge(
      { name: 'parley_search_waiting', help: 'Changes of messages not in the search index yet.' },
      () => indexer.waitingCount,
    );
  }

  onModuleInit(): void {
    const handle = (message: Message) => {
      this.indexer.offer(message);
      if (!this.#isClosed) this.#told.add(message.chatId);
    };
    this.eventBus.subscribe({ module: 'search', name: 'message.created', handle });
    this.eventBus.subscribe({ module: 'search', name: 'message.changed', handle });
    this.eventBus.subscribe({
      module: 'search',
      name: 'chat.emptied',
      handle: ({ chatId, fromSeq, toSeq }) => this.indexer.drop(chatId, fromSeq, toSeq),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([this.#told.flush(), this.#failed.flush()]);
  }

  /** Brings these up, and resolves with those that could not be. */
  async catchUp(chatIds: readonly ChatId[]): Promise<ChatId[]> {
    const failed: ChatId[] = [];
    const left = [...chatIds];
    const work = async () => {
      for (let chatId = left.pop(); chatId !== undefined; chatId = left.pop()) {
        try {
          await this.indexer.catchUp(chatId);
        } catch (error) {
          // The database is away, or a bug; one chat holds up no other.
          this.#logger.warn(`${chatId} is not in the search index yet: ${String(error)}`);
          failed.push(chatId);
        }
      }
    };
    await Promise.all(Array.from({ length: width }, work));
    return failed;
  }

  async #bringUp(chatIds: readonly ChatId[]): Promise<void> {
    const failed = await this.catchUp(chatIds);
    if (!this.#isClosed) for (const chatId of failed) this.#failed.add(chatId);
  }
}
