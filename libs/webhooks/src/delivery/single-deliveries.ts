import { ChatLogApi, WebhookId, type WebhookDelivery, type WebhookEvent } from '@app/contracts';
import { defineJob, IdGenerator, JobQueue, type JobContext } from '@app/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { mayHear, WebhooksRepository, type SigningWebhook } from '../hooks/webhooks.repository.js';
import { moduleActor } from '../module-actor.js';
import { DeliveriesRepository, type NewDelivery } from './deliveries.repository.js';
import { WebhookPost, type Posted } from './webhook-post.js';

const Single = z.strictObject({ webhookId: WebhookId, deliveryId: z.string() });
type Single = z.output<typeof Single>;

const attempts = 5;
const singleJob = defineJob('webhooks.single', Single, { attempts, concurrency: 8 });

/** Pings and replays: posted beside the lanes, each by a job that is tried for some seconds. */
@Injectable()
export class SingleDeliveries implements OnModuleInit {
  readonly #logger = new Logger(SingleDeliveries.name);

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly post: WebhookPost,
    private readonly log: ChatLogApi,
    private readonly jobs: JobQueue,
    private readonly ids: IdGenerator,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(singleJob, (single, context) => this.#run(single, context));
  }

  ping(webhookId: WebhookId): Promise<WebhookDelivery> {
    const id = `${webhookId}-ping-${this.ids.next()}`;
    return this.#send(webhookId, { id, type: 'ping', state: 'waiting', attempts: 0 });
  }

  /** Its message as it is then, by the id of its event. */
  replay(webhookId: WebhookId, { at: _, ...delivery }: WebhookDelivery): Promise<WebhookDelivery> {
    return this.#send(webhookId, { ...delivery, state: 'waiting' });
  }

  async #send(webhookId: WebhookId, delivery: NewDelivery): Promise<WebhookDelivery> {
    const noted = await this.deliveries.note(webhookId, delivery);
    const single = { webhookId, deliveryId: delivery.id };
    await this.jobs.enqueue(singleJob, single, { key: this.ids.next() });
    return noted;
  }

  async #run({ webhookId, deliveryId }: Single, { attempt }: JobContext): Promise<void> {
    const webhook = await this.webhooks.find(webhookId);
    const delivery = await this.deliveries.find(webhookId, deliveryId);
    // Removed meanwhile, or the chat taken off it, and what was noted with it.
    if (!webhook || !delivery || !mayHear(webhook, delivery)) return;
    const { at: _, error: _former, ...about } = delivery;
    const posted = await this.#posted(webhook, delivery);
    const note = (rest: Pick<NewDelivery, 'state' | 'status' | 'error'>) =>
      this.deliveries.note(webhookId, { ...about, attempts: about.attempts + attempt, ...rest });
    if (posted.outcome === 'taken') {
      await note({ state: 'delivered', status: posted.status });
      return;
    }
    const { outcome, ...why } = posted;
    if (outcome !== 'gone' && attempt < attempts) throw new Error(why.error);
    await note({ state: 'dead', ...why });
  }

  async #posted(webhook: SigningWebhook, delivery: WebhookDelivery): Promise<Posted> {
    try {
      return await this.post.send(webhook, await this.#eventOf(webhook.id, delivery));
    } catch (error) {
      // The log is away. It counts as a try, whose last one must say what became of it.
      this.#logger.warn(`The message of ${delivery.id} is not to be had: ${String(error)}`);
      return { outcome: 'away', error: 'Its message could not be read' };
    }
  }

  async #eventOf(
    webhookId: WebhookId,
    { id, type, chatId, seq }: WebhookDelivery,
  ): Promise<WebhookEvent> {
    if (chatId === undefined || seq === undefined) return { id, webhookId, type };
    const query = { chatId, afterSeq: seq - 1, limit: 1 };
    const [message] = (await this.log.slotsBehind(moduleActor, query)).items;
    const isDeleted = message?.deletedAt !== undefined;
    return { id, webhookId, type: isDeleted ? 'message.deleted' : type, message };
  }
}
