import type { DeliveryState, WebhookDelivery, WebhookId } from '@app/contracts';
import { Schema } from 'mongoose';

/** What became of an event, in the database; without a word of its message. `_id`: the event's. */
export interface DeliveryDocument extends Omit<WebhookDelivery, 'id' | 'at' | 'state'> {
  readonly _id: string;
  readonly webhookId: WebhookId;
  readonly state: DeliveryState;
  readonly at: Date;
  /** A ULID, made when this was noted: the newer is the greater. */
  readonly order: string;
}

const text = { type: String, required: true };

export const deliverySchema = new Schema<DeliveryDocument>(
  {
    _id: text,
    webhookId: text,
    type: text,
    state: text,
    attempts: { type: Number, required: true },
    status: Number,
    error: String,
    at: { type: Date, required: true },
    order: text,
    chatId: String,
    seq: Number,
    messageId: String,
  },
  { versionKey: false },
)
  .index({ webhookId: 1, order: 1 }, { name: 'webhook_delivery_order' })
  .index({ webhookId: 1, state: 1, order: 1 }, { name: 'webhook_delivery_state' });
