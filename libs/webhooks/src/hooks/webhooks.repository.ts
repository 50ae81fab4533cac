import type { ChatId, Webhook, WebhookId } from '@app/contracts';
import { aboveAll, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { webhookSchema, type WebhookDocument } from './webhook.schema.js';

/** A webhook, with what signs for it. */
export interface SigningWebhook extends Webhook {
  readonly secret: string;
}

/** Whether something is of a chat that it hears, or of none. */
export const mayHear = ({ chatIds }: Webhook, { chatId }: { chatId?: ChatId | undefined }) =>
  chatId === undefined || chatIds.includes(chatId);

/** What may become of one. `lastError` null: there is none any more. */
export type WebhookChange = Partial<
  Pick<SigningWebhook, 'name' | 'url' | 'events' | 'chatIds' | 'state' | 'secret'>
> & { readonly lastError?: string | null };

/** `webhooks`: few, and all of them in the memory of every process (`WebhookBook`). */
@Injectable()
export class WebhooksRepository {
  readonly #webhooks: Model<WebhookDocument>;

  constructor(database: Database) {
    this.#webhooks = database.model('webhooks', webhookSchema);
  }

  async insert({ id, ...webhook }: SigningWebhook): Promise<void> {
    await this.#webhooks.create([{ _id: id, ...webhook }]);
  }

  async find(id: WebhookId): Promise<SigningWebhook | undefined> {
    const found = await this.#webhooks.findById(id).lean<WebhookDocument>();
    return found ? toWebhook(found) : undefined;
  }

  /** The oldest first, behind `after`. */
  async list(after: string, limit: number): Promise<SigningWebhook[]> {
    const found = await this.#webhooks
      .find({ _id: { $gt: after as WebhookId, $lt: aboveAll as WebhookId } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<WebhookDocument[]>();
    return found.map(toWebhook);
  }

  /** Undefined when it is gone, or no longer as it was seen. */
  async change(
    id: WebhookId,
    { lastError, ...change }: WebhookChange,
    asSeen: Partial<Pick<Webhook, 'state' | 'url' | 'chatIds'>> = {},
  ): Promise<SigningWebhook | undefined> {
    const $set = { ...change, ...(typeof lastError === 'string' && { lastError }) };
    const found = await this.#webhooks
      .findOneAndUpdate(
        { _id: id, ...asSeen },
        { $set, ...(lastError === null && { $unset: { lastError: 1 } }) },
        { returnDocument: 'after' },
      )
      .lean<WebhookDocument>();
    return found ? toWebhook(found) : undefined;
  }

  count(): Promise<number> {
    return this.#webhooks.countDocuments({});
  }

  async remove(id: WebhookId): Promise<void> {
    await this.#webhooks.deleteOne({ _id: id });
  }
}

const toWebhook = ({ _id, events, chatIds, ...rest }: WebhookDocument): SigningWebhook => ({
  ...rest,
  id: _id,
  events: [...events],
  chatIds: [...chatIds],
});
