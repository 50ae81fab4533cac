import type { ChatId } from '@app/contracts';
import { chunksOf, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import { blockOf } from './unread.js';

/** `_id`: `<chatId>:<block>`. `seqs`: the quiet ones. `calls`: what calls everybody. */
interface BlockDocument {
  _id: string;
  seqs?: number[];
  calls?: number[];
}

const blockSchema = new Schema<BlockDocument>({
  _id: { type: String, required: true },
  seqs: { type: [Number], default: undefined },
  calls: { type: [Number], default: undefined },
});

/** Slots that count otherwise than a message to those who are in the chat. */
export interface SpecialSlots {
  /** Nobody's unread message: system messages and deleted ones. */
  readonly quiet: readonly number[];
  /** They mention every member; some of them may be quiet since. */
  readonly calls: readonly number[];
}

/** A block of 1,024 slots of a chat. */
export interface BlockRef {
  readonly chatId: ChatId;
  readonly block: number;
}

/** The slots of a chat that are no plain message, in blocks: `quiet_blocks`. */
@Injectable()
export class SpecialSlotsRepository {
  readonly #blocks: Model<BlockDocument>;

  constructor(database: Database) {
    this.#blocks = database.model<BlockDocument>('quiet_blocks', blockSchema);
  }

  /** Again is harmless. */
  addQuiet(chatId: ChatId, seqs: readonly number[]): Promise<void> {
    return this.#add(chatId, seqs, 'seqs');
  }

  /** Again is harmless. */
  addCalls(chatId: ChatId, seqs: readonly number[]): Promise<void> {
    return this.#add(chatId, seqs, 'calls');
  }

  /** These call everybody no longer, if they ever did. */
  async removeCalls(chatId: ChatId, seqs: readonly number[]): Promise<void> {
    const operations = [...Map.groupBy(seqs, blockOf)].map(([block, some]) => ({
      updateOne: {
        filter: { _id: idOf({ chatId, block }) },
        update: { $pull: { calls: { $in: some } } },
      },
    }));
    if (operations.length > 0) await this.#blocks.bulkWrite(operations, { ordered: false });
  }

  /** `Map<ChatId, those of the asked blocks>`; a chat without any is not in it. */
  async inBlocks(refs: readonly BlockRef[]): Promise<Map<string, SpecialSlots>> {
    const found = await Promise.all(
      chunksOf(refs.map(idOf), 500).map((ids) =>
        this.#blocks.find({ _id: { $in: ids } }).lean<BlockDocument[]>(),
      ),
    );
    const byChat = new Map<string, SpecialSlots>();
    for (const { _id, seqs = [], calls = [] } of found.flat()) {
      const chatId = _id.slice(0, _id.lastIndexOf(':'));
      const before = byChat.get(chatId) ?? noSpecialSlots;
      const both = { quiet: [...before.quiet, ...seqs], calls: [...before.calls, ...calls] };
      byChat.set(chatId, both);
    }
    return byChat;
  }

  /** Of a chat that is purged. */
  async removeAll(chatId: ChatId): Promise<void> {
    await this.#blocks.deleteMany({ _id: { $gte: `${chatId}:`, $lt: `${chatId};` } });
  }

  /** Blocks in which all is before this slot, as nobody counts that any more. */
  async removeBefore(chatId: ChatId, seq: number): Promise<void> {
    const blocks = Array.from({ length: blockOf(seq) }, (_, block) => idOf({ chatId, block }));
    for (const some of chunksOf(blocks, 500)) await this.#blocks.deleteMany({ _id: { $in: some } });
  }

  async #add(chatId: ChatId, seqs: readonly number[], to: 'seqs' | 'calls'): Promise<void> {
    const operations = [...Map.groupBy(seqs, blockOf)].map(([block, some]) => ({
      updateOne: {
        filter: { _id: idOf({ chatId, block }) },
        update: { $addToSet: { [to]: { $each: some } } },
        upsert: true,
      },
    }));
    if (operations.length > 0) await this.#blocks.bulkWrite(operations, { ordered: false });
  }
}

export const noSpecialSlots: SpecialSlots = { quiet: [], calls: [] };

const idOf = ({ chatId, block }: BlockRef) => `${chatId}:${block}`;
