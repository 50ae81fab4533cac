import type { ChatId } from '@app/contracts';
import { aboveAll, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model, type QueryFilter } from 'mongoose';

/** For so many days the messages of this chat are kept, whatever the workspace says; null: ever. */
export interface RetentionRule {
  readonly chatId: ChatId;
  readonly days: number | null;
}

interface RuleDocument {
  readonly _id: ChatId;
  readonly days: number | null;
}

const ruleSchema = new Schema<RuleDocument>(
  { _id: { type: String, required: true }, days: { type: Number, default: null } },
  { versionKey: false },
);

/** Chats with a rule of their own: `chat_retention`. */
@Injectable()
export class RetentionRulesRepository {
  readonly #rules: Model<RuleDocument>;

  constructor(database: Database) {
    this.#rules = database.model('chat_retention', ruleSchema);
  }

  async find(chatId: ChatId): Promise<RetentionRule | undefined> {
    return (await this.among([chatId])).get(chatId);
  }

  /** `Map<ChatId, rule>`; at most 500 chats. */
  async among(chatIds: readonly ChatId[]): Promise<ReadonlyMap<ChatId, RetentionRule>> {
    const found = await this.#rules.find({ _id: { $in: [...chatIds] } }).lean<RuleDocument[]>();
    return new Map(found.map(({ _id, days }) => [_id, { chatId: _id, days }]));
  }

  /** By id, behind `after`. */
  async page(after: string, limit: number): Promise<RetentionRule[]> {
    const _id = { $gt: after, $lt: aboveAll };
    const found = await this.#rules
      .find({ _id } as QueryFilter<RuleDocument>)
      .sort({ _id: 1 })
      .limit(limit)
      .lean<RuleDocument[]>();
    return found.map(({ _id: chatId, days }) => ({ chatId, days }));
  }

  async set({ chatId, days }: RetentionRule): Promise<void> {
    await this.#rules.updateOne({ _id: chatId }, { $set: { days } }, { upsert: true });
  }

  async remove(chatId: ChatId): Promise<void> {
    await this.#rules.deleteOne({ _id: chatId });
  }
}
