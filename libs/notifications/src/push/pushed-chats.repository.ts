import type { ChatId, ReadMarkOf, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** `_id`: `<userId>:<chatId>`. */
interface PushedDocument {
  _id: string;
  /** The last slot that was pushed. */
  seq: number;
  /** When; nobody shows it any more a day later. */
  at: Date;
}

const pushedSchema = new Schema<PushedDocument>({
  _id: { type: String, required: true },
  seq: { type: Number, required: true },
  at: { type: Date, required: true },
}).index({ at: 1 }, { name: 'pushed_chat_end', expireAfterSeconds: 86_400 });

/** What devices of somebody show of a chat, or of it up to a slot. */
export interface Shown {
  readonly userId: UserId;
  readonly chatId: ChatId;
  readonly seq: number;
}

const idOf = (userId: UserId, chatId: ChatId) => `${userId}:${chatId}`;

/** What devices may show at the moment: `pushed_chats`. */
@Injectable()
export class PushedChatsRepository {
  readonly #pushed: Model<PushedDocument>;

  constructor(database: Database) {
    this.#pushed = database.model<PushedDocument>('pushed_chats', pushedSchema);
  }

  async note(userId: UserId, chatId: ChatId, seq: number, at: Date): Promise<void> {
    const update = { $max: { seq, at } };
    await this.#pushed.updateOne({ _id: idOf(userId, chatId) }, update, { upsert: true });
  }

  /** Of these marks those with which all is read that is shown, each up to its own slot. */
  async readBy(marks: readonly ReadMarkOf[]): Promise<Shown[]> {
    const seqs = await this.#seqsOf(marks);
    return marks.flatMap(({ userId, chatId, lastReadSeq }) => {
      const seq = seqs.get(idOf(userId, chatId));
      return seq !== undefined && seq <= lastReadSeq ? [{ userId, chatId, seq: lastReadSeq }] : [];
    });
  }

  /** What is shown of a chat to these people, the last slot of it. */
  async shownTo(chatId: ChatId, userIds: readonly UserId[]): Promise<Shown[]> {
    const seqs = await this.#seqsOf(userIds.map((userId) => ({ userId, chatId })));
    return userIds.flatMap((userId) => {
      const seq = seqs.get(idOf(userId, chatId));
      return seq === undefined ? [] : [{ userId, chatId, seq }];
    });
  }

  /** It is taken back; what was pushed meanwhile, beyond these slots, is not. */
  async forget(shown: readonly Shown[]): Promise<void> {
    if (shown.length === 0) return;
    const operations = shown.map(({ userId, chatId, seq }) => ({
      deleteOne: { filter: { _id: idOf(userId, chatId), seq: { $lte: seq } } },
    }));
    await this.#pushed.bulkWrite(operations, { ordered: false });
  }

  async #seqsOf(
    of: readonly Pick<Shown, 'userId' | 'chatId'>[],
  ): Promise<ReadonlyMap<string, number>> {
    const ids = of.map(({ userId, chatId }) => idOf(userId, chatId));
    const found = await this.#pushed.find({ _id: { $in: ids } }).lean<PushedDocument[]>();
    return new Map(found.map(({ _id, seq }) => [_id, seq]));
  }
}
