import type { ChatId, WebhookId } from '@app/contracts';
import { EventBus, Ticker } from '@app/platform';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { WebhooksRepository, type SigningWebhook } from './webhooks.repository.js';

/** Webhooks of a workspace. */
export const maxWebhooks = 100;

/** What could not be read is read again after so many ms. */
const againMs = 5000;

/** All webhooks, in the memory of each process: nobody reads the database for each message. */
@Injectable()
export class WebhookBook implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(WebhookBook.name);
  #webhooks = new Map<WebhookId, SigningWebhook>();
  #byChat = new Map<ChatId, WebhookId[]>();
  #reading: Promise<void> = Promise.resolve();
  /** They may be others by now: the last reading failed. */
  #isOld = false;
  #stop: (() => void) | undefined;
  #heard: (() => Promise<void>) | undefined;

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly eventBus: EventBus,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    const handle = () => this.refresh();
    this.eventBus.listen({ name: 'webhooks.changed', handle, missed: () => void this.refresh() });
  }

  onApplicationBootstrap(): void {
    this.#stop = this.ticker.every(againMs, () => {
      if (this.#isOld) void this.refresh();
    });
    void this.refresh();
  }

  onApplicationShutdown(): void {
    this.#stop?.();
  }

  /** `heard` is called each time they were read anew: what was said meanwhile may be for them. */
  whenRead(heard: () => Promise<void>): void {
    this.#heard = heard;
  }

  /** There is nothing to deliver. */
  get isEmpty(): boolean {
    return this.#webhooks.size === 0;
  }

  get(id: WebhookId): SigningWebhook | undefined {
    return this.#webhooks.get(id);
  }

  /** The active ones that hear a chat. */
  of(chatId: ChatId): readonly WebhookId[] {
    return this.#byChat.get(chatId) ?? [];
  }

  /** They are others now, here at once and in other processes a moment later. */
  async changed(): Promise<void> {
    await this.refresh();
    await this.eventBus.publish('webhooks.changed', {});
  }

  /** One reading after the other, so that the last one has the last word. Never throws. */
  refresh(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  async #read(): Promise<void> {
    try {
      const all = await this.webhooks.list('', maxWebhooks);
      this.#webhooks = new Map(all.map((webhook) => [webhook.id, webhook]));
      this.#byChat = byChat(all.filter(({ state }) => state === 'active'));
      this.#isOld = false;
      await this.#heard?.();
    } catch (error) {
      // The database is away: nobody tells of it again, so it is read until it is there.
      this.#isOld = true;
      this.#logger.warn(`Webhooks are as they were: ${String(error)}`);
    }
  }
}

function byChat(webhooks: readonly SigningWebhook[]): Map<ChatId, WebhookId[]> {
  const all = new Map<ChatId, WebhookId[]>();
  for (const { id, chatIds } of webhooks)
    for (const chatId of chatIds) all.set(chatId, [...(all.get(chatId) ?? []), id]);
  return all;
}
