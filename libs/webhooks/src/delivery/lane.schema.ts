import type { ChatId, WebhookId } from '@app/contracts';
import { Schema } from 'mongoose';

/** A lane in the database. `_id`: `<webhook>:<chat>`. */
export interface LaneDocument {
  readonly _id: string;
  readonly webhookId: WebhookId;
  readonly chatId: ChatId;
  readonly rev: number;
  readonly seq: number;
  /** What was heard of, and is to be delivered. */
  readonly wantedRev: number;
  /** Failed tries of the next event. */
  readonly attempts: number;
  /** The last of them that were refusals. */
  readonly refusals: number;
  /** Since when nothing was taken. */
  readonly failingSince?: Date;
  /** When to go on: the end of a pause or of a lease. Absent: there is nothing to do. */
  readonly dueAt?: Date;
  /** Who has the lease. */
  readonly owner?: string;
}

const text = { type: String, required: true };
const count = { type: Number, required: true };

export const laneSchema = new Schema<LaneDocument>(
  {
    _id: text,
    webhookId: text,
    chatId: text,
    rev: count,
    seq: count,
    wantedRev: count,
    attempts: count,
    refusals: count,
    failingSince: Date,
    dueAt: Date,
    owner: String,
  },
  { versionKey: false },
)
  .index({ dueAt: 1 }, { name: 'webhook_lane_due' })
  .index({ webhookId: 1 }, { name: 'webhook_lane_webhook' });
