import type { ChatId, ChatKind } from '@app/contracts';
import { aboveAll, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model, QueryFilter } from 'mongoose';
import { chatSchema, type ChatDocument } from '../chat.schema.js';

/** Of a chat what says how much of it is kept. */
export interface KeptChat {
  readonly id: ChatId;
  readonly kind: ChatKind;
  readonly name: string;
  /** The first slot that anybody sees. */
  readonly keptFromSeq: number;
  /** Up to there the slots before it are empty. */
  readonly emptiedToSeq: number;
}

const fields = {
  kind: 1,
  'traits.name': 1,
  keptFromSeq: 1,
  emptiedToSeq: 1,
} as const;

/** From where on chats are kept: a part of `chats` that the log does not tell. */
@Injectable()
export class KeptChatsRepository {
  readonly #chats: Model<ChatDocument>;

  constructor(database: Database) {
    this.#chats = database.model<ChatDocument>('chats', chatSchema);
  }

  /** Those that were not deleted, behind `after`, by id. Costs as much as there are behind it. */
  async page(after: string, limit: number): Promise<KeptChat[]> {
    const _id = { $gt: after, $lt: aboveAll };
    const found = await this.#chats
      .find({ _id, deletedAt: null } as QueryFilter<ChatDocument>, fields)
      .sort({ _id: 1 })
      .limit(limit)
      .lean<ChatDocument[]>();
    return found.map(toKept);
  }

  /** Undefined where it was deleted, too. */
  async find(chatId: ChatId): Promise<KeptChat | undefined> {
    const [found] = await this.findMany([chatId]);
    return found;
  }

  /** In no order, without those that were deleted. At most 500. */
  async findMany(chatIds: readonly ChatId[]): Promise<KeptChat[]> {
    const found = await this.#chats
      .find({ _id: { $in: [...chatIds] }, deletedAt: null }, fields)
      .lean<ChatDocument[]>();
    return found.map(toKept);
  }

  /** What is before it is seen by nobody from now on. It never falls. */
  async keepFrom(chatId: ChatId, keptFromSeq: number): Promise<void> {
    await this.#chats.updateOne({ _id: chatId }, { $max: { keptFromSeq } });
  }

  /** It never falls. */
  async markEmptied(chatId: ChatId, emptiedToSeq: number): Promise<void> {
    await this.#chats.updateOne({ _id: chatId }, { $max: { emptiedToSeq } });
  }

  /** The record has a copy of the last message: not of one before this slot. */
  async dropLastBefore(chatId: ChatId, keptFromSeq: number): Promise<void> {
    const filter = { _id: chatId, 'lastMessage.seq': { $gt: 0, $lt: keptFromSeq } };
    await this.#chats.updateOne(filter as never, { $set: { lastMessage: null } });
  }
}

function toKept(document: ChatDocument): KeptChat {
  const { _id, kind, traits, keptFromSeq = 1, emptiedToSeq = 0 } = document;
  return { id: _id, kind, name: traits.name, keptFromSeq, emptiedToSeq };
}
