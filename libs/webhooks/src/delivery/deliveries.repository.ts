import type { ChatId, DeliveryState, WebhookDelivery, WebhookId } from '@app/contracts';
import { aboveAll, Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { monotonicFactory } from 'ulid';
import { deliverySchema, type DeliveryDocument } from './delivery.schema.js';

/** What is noted of an event. */
export type NewDelivery = Omit<WebhookDelivery, 'at'>;

/** Which are listed: those noted before `before`. */
export interface DeliveryRange {
  readonly state?: DeliveryState | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** `webhook_deliveries`: the last of each webhook, for people, and for replays. */
@Injectable()
export class DeliveriesRepository {
  readonly #deliveries: Model<DeliveryDocument>;
  /** Ascends also within a millisecond, which ids made for secrecy do not. */
  readonly #order = monotonicFactory();

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.#deliveries = database.model('webhook_deliveries', deliverySchema);
  }

  /** In place of what was noted of this event before. */
  async note(webhookId: WebhookId, { id, ...delivery }: NewDelivery): Promise<WebhookDelivery> {
    const at = this.clock.now();
    const order = this.#order(at.getTime());
    const noted = { webhookId, at, order, ...delivery };
    await this.#deliveries.replaceOne({ _id: id }, noted, { upsert: true });
    return { id, at: at.toISOString(), ...delivery };
  }

  async find(webhookId: WebhookId, id: string): Promise<WebhookDelivery | undefined> {
    const found = await this.#deliveries.findOne({ _id: id, webhookId }).lean<DeliveryDocument>();
    return found ? toDelivery(found) : undefined;
  }

  /** The newest first, each with its place in the order. */
  async list(
    webhookId: WebhookId,
    { state, before = aboveAll, limit }: DeliveryRange,
  ): Promise<{ readonly order: string; readonly delivery: WebhookDelivery }[]> {
    const found = await this.#deliveries
      .find({ webhookId, ...(state && { state }), order: { $gt: '', $lt: before } })
      .sort({ order: -1 })
      .limit(limit)
      .lean<DeliveryDocument[]>();
    return found.map((one) => ({ order: one.order, delivery: toDelivery(one) }));
  }

  /** Forgets what is older than this, and all but the newest `most`. */
  async prune(webhookId: WebhookId, state: DeliveryState, before: Date, most: number) {
    await this.#deliveries.deleteMany({ webhookId, state, at: { $lt: before } });
    const [beyond] = await this.#deliveries
      .find({ webhookId, state, order: { $gt: '', $lt: aboveAll } }, { order: 1 })
      .sort({ order: -1 })
      .skip(most)
      .limit(1)
      .lean<DeliveryDocument[]>();
    if (!beyond) return;
    const order = { $gt: '', $lte: beyond.order };
    await this.#deliveries.deleteMany({ webhookId, state, order });
  }

  /** What waits since before then waits for a job that is lost. */
  async giveUp(webhookId: WebhookId, before: Date): Promise<void> {
    const lost = { webhookId, state: 'waiting', at: { $lt: before } } as const;
    const error = 'Nothing was heard of it';
    await this.#deliveries.updateMany(lost, { $set: { state: 'dead', error } });
  }

  async remove(webhookId: WebhookId): Promise<void> {
    await this.#deliveries.deleteMany({ webhookId });
  }

  async removeOf(webhookId: WebhookId, chatIds: readonly ChatId[]): Promise<void> {
    await this.#deliveries.deleteMany({ webhookId, chatId: { $in: [...chatIds] } });
  }
}

function toDelivery(document: DeliveryDocument): WebhookDelivery {
  const { _id: id, webhookId: _webhook, order: _order, at, ...rest } = document;
  return { id, ...rest, at: at.toISOString() };
}
