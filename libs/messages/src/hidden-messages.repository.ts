import type { ChatId, OwnSlot, UserId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
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
    const _id = blockId({ userId, chatId, seq });
    const add = () =>
      this.#blocks.updateOne({ _id }, { $addToSet: { seqs: seq } }, { upsert: true });
    // Two first ones of a block at once: the second finds the block there when it tries again.
    if (!(await isFirst(add()))) await add();
  }

  /** Which of `seqs` (at most 500) are hidden. */
  async among(userId: UserId, chatId: ChatId, seqs: readonly number[]): Promise<Set<number>> {
    const hidden = await this.amongSlots(seqs.map((seq) => ({ userId, chatId, seq })));
    return new Set(hidden.map(({ seq }) => seq));
  }

  /** Which of `slots` (at most 500) are hidden from those who are named with them; one read. */
  async amongSlots(slots: readonly OwnSlot[]): Promise<OwnSlot[]> {
    if (slots.length === 0) return [];
    const ids = new Set(slots.map(blockId));
    const found = await this.#blocks.find({ _id: { $in: [...ids] } }).lean();
    const hidden = new Map(found.map(({ _id, seqs }) => [_id, new Set(seqs)]));
    return slots.filter((slot) => hidden.get(blockId(slot))?.has(slot.seq));
  }
}

function blockId({ userId, chatId, seq }: OwnSlot): string {
  return `${chatId}:${userId}:${Math.floor(seq / BLOCK)}`;
}
