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

  /** The marks with which all is read that is shown; it counts as taken back from now on. */
  async takeRead(marks: readonly ReadMarkOf[]): Promise<ReadMarkOf[]> {
    const ids = marks.map(({ userId, chatId }) => idOf(userId, chatId));
    const found = await this.#pushed.find({ _id: { $in: ids } }).lean<PushedDocument[]>();
    const seqs = new Map(found.map(({ _id, seq }) => [_id, seq]));
    const read = marks.filter(({ userId, chatId, lastReadSeq }) => {
      const seq = seqs.get(idOf(userId, chatId));
      return seq !== undefined && seq <= lastReadSeq;
    });
    const taken = read.map(({ userId, chatId }) => idOf(userId, chatId));
    if (taken.length > 0) await this.#pushed.deleteMany({ _id: { $in: taken } });
    return read;
  }

  /** What is shown of a chat to these people, the last slot of it; it counts as taken back. */
  async takeAll(
    chatId: ChatId,
    userIds: readonly UserId[],
  ): Promise<{ readonly userId: UserId; readonly seq: number }[]> {
    const ids = userIds.map((userId) => idOf(userId, chatId));
    const found = await this.#pushed.find({ _id: { $in: ids } }).lean<PushedDocument[]>();
    if (found.length === 0) return [];
    await this.#pushed.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } });
    const seqs = new Map(found.map(({ _id, seq }) => [_id, seq]));
    return userIds.flatMap((userId) => {
      const seq = seqs.get(idOf(userId, chatId));
      return seq === undefined ? [] : [{ userId, seq }];
    });
  }
}
