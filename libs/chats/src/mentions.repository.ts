import type { ChatId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** `_id`: `<chatId>:<seq>`. */
interface MentionDocument {
  _id: string;
  userIds: UserId[];
}

const mentionSchema = new Schema<MentionDocument>({
  _id: { type: String, required: true },
  userIds: { type: [String], required: true },
});

/** Whom a slot mentions: `mentions`. So that an edit knows who is mentioned no longer. */
@Injectable()
export class MentionsRepository {
  readonly #mentions: Model<MentionDocument>;

  constructor(database: Database) {
    this.#mentions = database.model<MentionDocument>('mentions', mentionSchema);
  }

  async find(chatId: ChatId, seq: number): Promise<readonly UserId[]> {
    const found = await this.#mentions.findOne({ _id: `${chatId}:${seq}` }).lean<MentionDocument>();
    return found?.userIds ?? [];
  }

  /** Of a chat that is purged. */
  async removeAll(chatId: ChatId): Promise<void> {
    await this.#mentions.deleteMany({ _id: { $gte: `${chatId}:`, $lt: `${chatId};` } });
  }

  /** Of slots that are emptied; at most 500. */
  async remove(chatId: ChatId, seqs: readonly number[]): Promise<void> {
    await this.#mentions.deleteMany({ _id: { $in: seqs.map((seq) => `${chatId}:${seq}`) } });
  }

  async set(chatId: ChatId, seq: number, userIds: readonly UserId[]): Promise<void> {
    const _id = `${chatId}:${seq}`;
    await this.#mentions.updateOne({ _id }, { $set: { userIds } }, { upsert: true });
  }
}
