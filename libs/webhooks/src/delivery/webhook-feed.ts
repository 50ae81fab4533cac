import { ChatLogApi, type Message } from '@app/contracts';
import { chunksOf, defineJob, EventBus, JobQueue } from '@app/platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { WebhookBook } from '../hooks/webhook-book.js';
import { moduleActor } from '../module-actor.js';
import { LaneRunner } from './lane-runner.js';
import { LanesRepository } from './lanes.repository.js';

const catchUpJob = defineJob('webhooks.catch-up', z.strictObject({}), { attempts: 3 });

/**
 * Wakes the lanes of a chat when something is said there: by the facts, and by the ends of the logs
 * where some were lost. A fact says only that there is more; what it is, the log says.
 */
@Injectable()
export class WebhookFeed implements OnModuleInit, OnApplicationBootstrap {
  readonly #logger = new Logger(WebhookFeed.name);

  constructor(
    private readonly eventBus: EventBus,
    private readonly log: ChatLogApi,
    private readonly book: WebhookBook,
    private readonly lanes: LanesRepository,
    private readonly runner: LaneRunner,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    const handle = (message: Message) => this.#take(message);
    this.eventBus.subscribe({ module: 'webhooks', name: 'message.created', handle });
    this.eventBus.subscribe({ module: 'webhooks', name: 'message.changed', handle });
    this.book.whenRead(() => this.#catchUpOrLater());
  }

  onApplicationBootstrap(): void {
    this.jobs.handle(catchUpJob, () => this.catchUp());
    this.jobs.every(catchUpJob, {}, { everyMs: 300_000 });
  }

  /** Finds what no fact has told of: costs the ends of logs, which their module knows by heart. */
  async catchUp(): Promise<void> {
    if (this.book.isEmpty) return;
    const all = await this.lanes.all();
    const lanes = all.filter(({ webhookId }) => this.book.get(webhookId)?.state === 'active');
    for (const some of chunksOf(lanes)) {
      const chatIds = [...new Set(some.map(({ chatId }) => chatId))];
      const { items } = await this.log.heads(moduleActor, { chatIds });
      const revs = new Map(items.map(({ chatId, headRev }) => [chatId, headRev]));
      for (const { webhookId, chatId, rev } of some) {
        const headRev = revs.get(chatId) ?? rev;
        if (headRev > rev) await this.runner.wake(webhookId, chatId, headRev);
      }
    }
  }

  async #take({ chatId, rev }: Message): Promise<void> {
    for (const id of this.book.of(chatId)) await this.runner.wake(id, chatId, rev);
  }

  async #catchUpOrLater(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      // The chats are not up yet: the job comes again.
      this.#logger.warn(`What was missed is delivered later: ${String(error)}`);
    }
  }
}
