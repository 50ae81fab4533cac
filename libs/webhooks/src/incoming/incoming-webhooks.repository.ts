import type { IncomingWebhook, IncomingWebhookPatch, WebhookId } from '@app/contracts';
import { aboveAll, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { incomingWebhookSchema, type IncomingWebhookDocument } from './incoming-webhook.schema.js';

/** With the hash of what opens it. */
export interface KeptIncomingWebhook extends IncomingWebhook {
  readonly secretHash: string;
}

/** `incoming_webhooks`: few. */
@Injectable()
export class IncomingWebhooksRepository {
  readonly #webhooks: Model<IncomingWebhookDocument>;

  constructor(database: Database) {
    this.#webhooks = database.model('incoming_webhooks', incomingWebhookSchema);
  }

  async insert({ id, lastUsedAt: _, ...webhook }: KeptIncomingWebhook): Promise<void> {
    await this.#webhooks.create([{ _id: id, ...webhook }]);
  }

  async find(id: WebhookId): Promise<KeptIncomingWebhook | undefined> {
    const found = await this.#webhooks.findById(id).lean<IncomingWebhookDocument>();
    return found ? toWebhook(found) : undefined;
  }

  /** The oldest first, behind `after`. */
  async list(after: string, limit: number): Promise<KeptIncomingWebhook[]> {
    const found = await this.#webhooks
      .find({ _id: { $gt: after as WebhookId, $lt: aboveAll as WebhookId } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<IncomingWebhookDocument[]>();
    return found.map(toWebhook);
  }

  /** Undefined when it is gone. */
  async change(
    id: WebhookId,
    change: Partial<IncomingWebhookPatch & Pick<KeptIncomingWebhook, 'secretHash'>>,
  ): Promise<KeptIncomingWebhook | undefined> {
    const found = await this.#webhooks
      .findOneAndUpdate({ _id: id }, { $set: { ...change } }, { returnDocument: 'after' })
      .lean<IncomingWebhookDocument>();
    return found ? toWebhook(found) : undefined;
  }

  /** Unless it was since `before`. */
  async noteUse(id: WebhookId, at: Date, before: Date): Promise<void> {
    const isStale = [{ lastUsedAt: { $exists: false } }, { lastUsedAt: { $lte: before } }];
    await this.#webhooks.updateOne({ _id: id, $or: isStale }, { $set: { lastUsedAt: at } });
  }

  count(): Promise<number> {
    return this.#webhooks.countDocuments({});
  }

  async remove(id: WebhookId): Promise<void> {
    await this.#webhooks.deleteOne({ _id: id });
  }
}

const toWebhook = ({ _id, lastUsedAt, ...rest }: IncomingWebhookDocument): KeptIncomingWebhook => ({
  ...rest,
  id: _id,
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
});
