import type { ChatId, IncomingWebhookState, UserId, WebhookId } from '@app/contracts';
import { Schema } from 'mongoose';

/** An incoming webhook in the database. */
export interface IncomingWebhookDocument {
  readonly _id: WebhookId;
  readonly name: string;
  readonly chatId: ChatId;
  readonly userId: UserId;
  readonly mayCallAll: boolean;
  readonly state: IncomingWebhookState;
  /** SHA-256 of the secret, base64url: 160 random bits need no salt. */
  readonly secretHash: string;
  readonly lastUsedAt?: Date;
  readonly createdBy: UserId;
  /** ISO 8601. */
  readonly createdAt: string;
}

const text = { type: String, required: true };

export const incomingWebhookSchema = new Schema<IncomingWebhookDocument>(
  {
    _id: text,
    name: text,
    chatId: text,
    userId: text,
    mayCallAll: { type: Boolean, required: true },
    state: text,
    secretHash: text,
    lastUsedAt: Date,
    createdBy: text,
    createdAt: text,
  },
  { versionKey: false },
);
