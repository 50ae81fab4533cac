import {
  fold,
  type AdminChatQuery,
  type ChatId,
  type ChatKind,
  type ChatTotals,
  type Message,
  type UserId,
} from '@app/contracts';
import { aboveAll, chunksOf, Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model, mongo, QueryFilter } from 'mongoose';
import type { ChatPlace, ChatRecord } from './chat.js';
import { chatSchema, type ChatDocument } from './chat.schema.js';
import { wordPrefix } from './word-prefix.js';

/** How far a chat has come: enough to order a list by. */
export type ChatActivity = Pick<
  ChatRecord,
  'id' | 'appliedRev' | 'updatedAt' | 'deletedAt' | 'hiddenBy'
>;

/** What the log can change of a chat. */
export type ChatAdvance = Partial<
  Omit<ChatRecord, 'id' | 'kind' | 'directUserIds' | 'hiddenBy' | 'keptFromSeq'>
>;

/** What people said moves a chat on. */
export interface PlainAdvance extends Pick<ChatRecord, 'id' | 'appliedRev' | 'headSeq'> {
  /** Where the chat must be. */
  readonly fromRev: number;
  /** Undefined: it stays as it is, as older messages were changed. */
  readonly lastMessage: Message | undefined;
}

/** Groups and channels for administration. */
export interface SharedQuery extends Pick<AdminChatQuery, 'q' | 'type' | 'state'> {
  /** Starts behind this id; the newest first. */
  readonly before: string | undefined;
  readonly limit: number;
}

export interface DirectoryQuery {
  /** Starts behind this slug. */
  readonly afterSlug: string;
  readonly limit: number;
  /** Beginning of a word of name, topic or slug. */
  readonly q?: string | undefined;
}

/** Chats as derived from their logs: `chats`. Written by the projector. */
@Injectable()
export class ChatsRepository {
  readonly #chats: Model<ChatDocument>;

  constructor(database: Database) {
    this.#chats = database.model<ChatDocument>('chats', chatSchema);
  }

  async find(chatId: ChatId): Promise<ChatRecord | undefined> {
    const found = await this.#chats.findOne({ _id: chatId }).lean<ChatDocument>();
    return found ? toRecord(found) : undefined;
  }

  /** In no order; unknown ones are left out. */
  async findMany(chatIds: readonly ChatId[]): Promise<ChatRecord[]> {
    const found = await Promise.all(
      chunksOf(chatIds, 500).map((ids) =>
        this.#chats.find({ _id: { $in: ids } }).lean<ChatDocument[]>(),
      ),
    );
    return found.flat().map(toRecord);
  }

  /** Of those that have one, and were not erased. At most 500 ids. */
  async avatarsOf(chatIds: readonly ChatId[]): Promise<{ chatId: ChatId; avatar: string }[]> {
    const found = await this.#chats
      .find({ _id: { $in: [...chatIds] }, purgedAt: null }, { 'traits.avatar': 1 })
      .lean<Pick<ChatDocument, '_id' | 'traits'>[]>();
    return found.flatMap(({ _id, traits: { avatar } }) =>
      avatar === undefined ? [] : [{ chatId: _id, avatar }],
    );
  }

  /** Like `findMany`, without what is heavy. */
  async activityOf(chatIds: readonly ChatId[]): Promise<ChatActivity[]> {
    const fields = { appliedRev: 1, updatedAt: 1, deletedAt: 1, hiddenBy: 1 } as const;
    const found = await Promise.all(
      chunksOf(chatIds, 500).map((ids) =>
        this.#chats.find({ _id: { $in: ids } }, fields).lean<ChatDocument[]>(),
      ),
    );
    return found.flat().map(({ _id, appliedRev, updatedAt, deletedAt, hiddenBy }) => ({
      id: _id,
      appliedRev,
      hiddenBy,
      updatedAt: updatedAt.toISOString(),
      ...(deletedAt ? { deletedAt: deletedAt.toISOString() } : {}),
    }));
  }

  /** False when the chat is there already. */
  async insert(record: ChatRecord): Promise<boolean> {
    // Another process reads the same log, and may be faster.
    return isFirst(this.#chats.collection.insertOne(toDocument(record) as never));
  }

  /**
   * Compare and set: false when the chat is not as it was read any more. Nor where something of it
   * has become too old since: the last message would come back.
   */
  async advance(
    { id, appliedRev, keptFromSeq }: Pick<ChatRecord, 'id' | 'appliedRev' | 'keptFromSeq'>,
    change: ChatAdvance,
  ): Promise<boolean> {
    const { matchedCount } = await this.#chats.updateOne(
      { _id: id, appliedRev, keptFromSeq: keptFromSeq > 1 ? keptFromSeq : null } as never,
      { $set: toFields(change) },
    );
    return matchedCount === 1;
  }

  /**
   * Many chats with one command, each by compare and set, and only where nobody has hidden it.
   * Resolves with how many were moved.
   */
  async advanceAll(advances: readonly PlainAdvance[]): Promise<number> {
    if (advances.length === 0) return 0;
    // Past mongoose, which would cast each message anew: they come from the log as they are.
    const { matchedCount } = await this.#chats.collection.bulkWrite(advances.map(advancing), {
      ordered: false,
    });
    return matchedCount;
  }

  /** How far some chats have come; unknown ones are left out. */
  async placesOf(chatIds: readonly ChatId[]): Promise<ChatPlace[]> {
    const fields = { appliedRev: 1, headSeq: 1 } as const;
    const found = await Promise.all(
      chunksOf(chatIds, 500).map((ids) =>
        this.#chats.find({ _id: { $in: ids } }, fields).lean<ChatDocument[]>(),
      ),
    );
    return found.flat().map(({ _id, appliedRev, headSeq }) => ({ id: _id, appliedRev, headSeq }));
  }

  async addHidden(chatId: ChatId, userId: UserId): Promise<void> {
    await this.#chats.updateOne({ _id: chatId }, { $addToSet: { hiddenBy: userId } });
  }

  async removeHidden(chatId: ChatId, userIds: readonly UserId[]): Promise<void> {
    await this.#chats.updateOne({ _id: chatId }, { $pullAll: { hiddenBy: [...userIds] } });
  }

  /** Chats deleted until then that were not purged yet: at most `limit`, in no order. */
  async deletedUntil(until: Date, limit: number): Promise<ChatId[]> {
    // Closed on both sides: chats that live have no such time.
    const deletedAt = { $gt: new Date(0), $lte: until };
    const found = await this.#chats
      .find({ purgedAt: null, deletedAt }, { _id: 1 })
      .limit(limit)
      .lean<Pick<ChatDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }

  /** The record of a deleted chat stays, as what says that it is gone. */
  async purge(chatId: ChatId, at: Date): Promise<void> {
    const filter = { _id: chatId, deletedAt: { $ne: null } };
    await this.#chats.updateOne(filter, { $set: { purgedAt: at, lastMessage: null } });
  }

  /** Groups and channels, the newest first. For what is rare: costs as much as there are. */
  async shared({ q, type, state, before, limit }: SharedQuery): Promise<ChatRecord[]> {
    const filter: Record<string, unknown> = {
      _id: { $gt: '', $lt: before ?? aboveAll },
      kind: type ?? { $in: ['group', 'channel'] },
      ...(state && { deletedAt: state === 'deleted' ? { $ne: null } : null }),
      ...(state && state !== 'deleted' && { 'traits.isArchived': state === 'archived' }),
      ...(q ? { searchText: { $regex: wordPrefix(q) } } : {}),
    };
    const found = await this.#chats
      .find(filter as QueryFilter<ChatDocument>)
      .sort({ _id: -1 })
      .limit(limit)
      .lean<ChatDocument[]>();
    return found.map(toRecord);
  }

  /** Costs as much as there are chats. */
  async totals(): Promise<ChatTotals> {
    const found = await this.#chats.aggregate<{
      readonly _id: ChatKind;
      readonly count: number;
      readonly messages: number;
    }>([
      {
        $group: {
          _id: '$kind',
          count: { $sum: { $cond: [{ $eq: ['$deletedAt', null] }, 1, 0] } },
          messages: { $sum: '$headSeq' },
        },
      },
    ]);
    const countOf = (kind: ChatKind) => found.find(({ _id }) => _id === kind)?.count ?? 0;
    return {
      directChats: countOf('direct'),
      groups: countOf('group'),
      channels: countOf('channel'),
      messages: found.reduce((sum, { messages }) => sum + messages, 0),
    };
  }

  /** Public channels by slug. */
  async publicChannels({ afterSlug, limit, q }: DirectoryQuery): Promise<ChatRecord[]> {
    const filter: Record<string, unknown> = {
      kind: 'channel',
      'traits.visibility': 'public',
      // Closed on both sides: `{` comes after every letter of a slug.
      'traits.slug': { $gt: afterSlug, $lt: '{' },
      deletedAt: null,
      ...(q ? { searchText: { $regex: wordPrefix(q) } } : {}),
    };
    const found = await this.#chats
      .find(filter as QueryFilter<ChatDocument>)
      .sort({ 'traits.slug': 1 })
      .limit(limit)
      .lean<ChatDocument[]>();
    return found.map(toRecord);
  }
}

function advancing({
  id,
  fromRev,
  appliedRev,
  headSeq,
  lastMessage,
}: PlainAdvance): mongo.AnyBulkWriteOperation {
  const last = lastMessage && { lastMessage, updatedAt: new Date(lastMessage.createdAt) };
  return {
    updateOne: {
      filter: { _id: id, appliedRev: fromRev, hiddenBy: { $size: 0 } },
      update: { $set: { appliedRev, headSeq, ...last } },
    },
  };
}

function toRecord(document: ChatDocument): ChatRecord {
  const { _id, createdAt, updatedAt, deletedAt, lastMessage, ...more } = document;
  const { searchText: _, purgedAt: __, emptiedToSeq: ___, keptFromSeq = 1, ...rest } = more;
  return {
    ...rest,
    id: _id,
    keptFromSeq,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(lastMessage && lastMessage.seq >= keptFromSeq ? { lastMessage } : {}),
    ...(deletedAt ? { deletedAt: deletedAt.toISOString() } : {}),
  };
}

function toDocument(record: ChatRecord): ChatDocument {
  const { id, kind, directUserIds, hiddenBy, keptFromSeq: _, ...advance } = record;
  const empty = { lastMessage: null, deletedAt: null, purgedAt: null };
  const own = { _id: id, kind, directUserIds: [...directUserIds], hiddenBy: [...hiddenBy] };
  return { ...empty, ...own, ...toFields(advance) } as ChatDocument;
}

function toFields(change: ChatAdvance): Partial<ChatDocument> {
  const { createdAt, updatedAt, deletedAt, traits, ...rest } = change;
  return {
    ...rest,
    ...(traits ? { traits, searchText: searchTextOf(traits) } : {}),
    ...(createdAt ? { createdAt: new Date(createdAt) } : {}),
    ...(updatedAt ? { updatedAt: new Date(updatedAt) } : {}),
    ...(deletedAt ? { deletedAt: new Date(deletedAt) } : {}),
  };
}

function searchTextOf({ name, topic, slug = '' }: ChatRecord['traits']): string {
  return fold(`${name} ${topic} ${slug} ${slug.replaceAll('-', ' ')}`);
}
