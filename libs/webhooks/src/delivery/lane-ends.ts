import { ChatLogApi, type ChatHead, type ChatId, type WebhookId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { LanesRepository } from './lanes.repository.js';

/** Where lanes begin and end. */
@Injectable()
export class LaneEnds {
  constructor(
    private readonly log: ChatLogApi,
    private readonly lanes: LanesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  /** What is said in these chats from now on is for this webhook. */
  async begin(webhookId: WebhookId, chatIds: readonly ChatId[]): Promise<void> {
    await this.lanes.begin(webhookId, await Promise.all(chatIds.map((id) => this.#headOf(id))));
  }

  /** Nothing of these chats is for it any more, nor can be posted again. */
  async removeOf(webhookId: WebhookId, chatIds: readonly ChatId[]): Promise<void> {
    if (chatIds.length === 0) return;
    await this.lanes.removeOf(webhookId, chatIds);
    await this.deliveries.removeOf(webhookId, chatIds);
  }

  /** All of it goes on where it stopped. */
  goOn(webhookId: WebhookId): Promise<void> {
    return this.lanes.wakeAll(webhookId, this.clock.now());
  }

  /** There is no such webhook any more. */
  async remove(webhookId: WebhookId): Promise<void> {
    await this.lanes.remove(webhookId);
    await this.deliveries.remove(webhookId);
  }

  /** As it is stored now: what a process knows by heart may be older. */
  async #headOf(chatId: ChatId): Promise<ChatHead> {
    const query = { chatId, afterRev: 0, limit: 1 };
    const { headSeq, headRev } = (await this.log.changes(moduleActor, query)).page;
    return { chatId, headSeq, headRev };
  }
}
