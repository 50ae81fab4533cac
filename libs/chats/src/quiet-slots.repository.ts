import type { ChatId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import { chunksOf } from './chunks.js';
import { blockOf } from './unread.js';

/** `_id`: `<chatId>:<block>`. */
interface QuietDocument {
  _id: string;
  seqs: number[];
}

const quietSchema = new Schema<QuietDocument>({
  _id: { type: String, required: true },
  seqs: { type: [Number], required: true },
});

/** A block of 1,024 slots of a chat. */
export interface BlockRef {
  readonly chatId: ChatId;
  readonly block: number;
}

/** Slots that are nobody's unread message (system or deleted), in blocks: `quiet_blocks`. */
@Injectable()
export class QuietSlotsRepository {
  readonly #blocks: Model<QuietDocument>;

  constructor(database: Database) {
    this.#blocks = database.model<QuietDocument>('quiet_blocks', quietSchema);
  }

  /** Adds slots; again is harmless. */
  async add(chatId: ChatId, seqs: readonly number[]): Promise<void> {
    const blocks = Map.groupBy(seqs, blockOf);
    const operations = [...blocks].map(([block, some]) => ({
      updateOne: {
        filter: { _id: idOf({ chatId, block }) },
        update: { $addToSet: { seqs: { $each: some } } },
        upsert: true,
      },
    }));
    if (operations.length > 0) await this.#blocks.bulkWrite(operations, { ordered: false });
  }

  /** `Map<ChatId, quiet slots of the asked blocks>`; a chat without any is not in it. */
  async inBlocks(refs: readonly BlockRef[]): Promise<Map<string, number[]>> {
    const found = await Promise.all(
      chunksOf(refs.map(idOf), 500).map((ids) =>
        this.#blocks.find({ _id: { $in: ids } }).lean<QuietDocument[]>(),
      ),
    );
    const byChat = new Map<string, number[]>();
    for (const { _id, seqs } of found.flat()) {
      const chatId = _id.slice(0, _id.lastIndexOf(':'));
      byChat.set(chatId, [...(byChat.get(chatId) ?? []), ...seqs]);
    }
    return byChat;
  }

  /** Of a chat that is purged. */
  async removeAll(chatId: ChatId): Promise<void> {
    await this.#blocks.deleteMany({ _id: { $gte: `${chatId}:`, $lt: `${chatId};` } });
  }
}

const idOf = ({ chatId, block }: BlockRef) => `${chatId}:${block}`;
