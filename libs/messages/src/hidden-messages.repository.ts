import type { ChatId, UserId } from '@app/contracts';
import { Database, isDuplicate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { BLOCK, hiddenBlockSchema, type HiddenBlock } from './hidden-message.schema.js';

/** Which messages people have deleted for themselves. Nothing is ever taken back. */
@Injectable()
export class HiddenMessagesRepository {
  readonly #blocks: Model<HiddenBlock>;

  constructor(database: Database) {
    this.#blocks = database.model('hidden_messages', hiddenBlockSchema);
  }

  /** Idempotent. */
  async hide(userId: UserId, chatId: ChatId, seq: number): Promise<void> {
    const _id = blockId(userId, chatId, seq);
    const add = () =>
      this.#blocks.updateOne({ _id }, { $addToSet: { seqs: seq } }, { upsert: true });
    await add().catch((error: unknown) => {
      // Two first ones of a block at once: the second finds the block there when it tries again.
      if (!isDuplicate(error)) throw error;
      return add();
    });
  }

  /** Which of `seqs` (at most 500) are hidden. */
  async among(userId: UserId, chatId: ChatId, seqs: readonly number[]): Promise<Set<number>> {
    if (seqs.length === 0) return new Set();
    const ids = new Set(seqs.map((seq) => blockId(userId, chatId, seq)));
    const blocks = await this.#blocks.find({ _id: { $in: [...ids] } }).lean();
    return new Set(blocks.flatMap((block) => block.seqs));
  }
}

function blockId(userId: UserId, chatId: ChatId, seq: number): string {
  return `${chatId}:${userId}:${Math.floor(seq / BLOCK)}`;
}
