import type { ChatId, UserId, WebhookEventType, WebhookId, WebhookState } from '@app/contracts';
import { Schema } from 'mongoose';

/** A webhook in the database. */
export interface WebhookDocument {
  readonly _id: WebhookId;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly chatIds: readonly ChatId[];
  readonly state: WebhookState;
  /** It signs, so it cannot be kept as a hash. */
  readonly secret: string;
  readonly lastError?: string;
  readonly createdBy: UserId;
  /** ISO 8601. */
  readonly createdAt: string;
}

const text = { type: String, required: true };
const list = { type: [String], required: true };

export const webhookSchema = new Schema<WebhookDocument>(
  {
    _id: text,
    name: text,
    url: text,
    events: list,
    chatIds: list,
    state: text,
    secret: text,
    lastError: String,
    createdBy: text,
    createdAt: text,
  },
  { versionKey: false },
);
