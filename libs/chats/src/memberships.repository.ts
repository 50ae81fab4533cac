import type { ChatId, ChatSettings, UserId } from '@app/contracts';
import { aboveAll, areDuplicates, chunksOf, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AnyBulkWriteOperation, Model, QueryFilter } from 'mongoose';
import type { MemberState, Membership } from './chat.js';
import {
  defaultChatSettings,
  membershipIdOf,
  membershipSchema,
  toMembership,
  toStored,
  type MembershipDocument,
} from './membership.schema.js';

/** A member's state before and after a system message. */
export interface MemberChange {
  readonly userId: UserId;
  /** Undefined for somebody who was never in the chat. */
  readonly before: MemberState | undefined;
  readonly after: MemberState;
  /** Of somebody who was never in the chat: their present setting. Else it stays. */
  readonly sharesByDefault?: boolean | undefined;
}

/** What a member wants to be told of, and from where on they see the chat. */
export type MemberWishes = Pick<Membership, 'userId' | 'visibleFromSeq'> &
  Pick<ChatSettings, 'level' | 'mutedUntil'>;

/** Who is in which chat, with marks and settings: `memberships`. */
@Injectable()
export class MembershipsRepository {
  readonly #memberships: Model<MembershipDocument>;

  constructor(database: Database) {
    this.#memberships = database.model<MembershipDocument>('memberships', membershipSchema);
  }

  async find(chatId: ChatId, userId: UserId): Promise<Membership | undefined> {
    const [found] = await this.findMany(chatId, [userId]);
    return found;
  }

  /** Of some people in one chat, former members too; in no order. */
  async findMany(chatId: ChatId, userIds: readonly UserId[]): Promise<Membership[]> {
    return this.#byIds(userIds.map((userId) => membershipIdOf(chatId, userId)));
  }

  /** Of one person in some chats, former ones too; in no order. */
  async inChats(userId: UserId, chatIds: readonly ChatId[]): Promise<Membership[]> {
    return this.#byIds(chatIds.map((chatId) => membershipIdOf(chatId, userId)));
  }

  /** Of some people, each in one chat, former members too; in no order. */
  async findRefs(refs: readonly Pick<Membership, 'chatId' | 'userId'>[]): Promise<Membership[]> {
    return this.#byIds(refs.map(({ chatId, userId }) => membershipIdOf(chatId, userId)));
  }

  /** The chats that somebody is in, ascending. */
  async chatIdsOf(userId: UserId): Promise<ChatId[]> {
    const found = await this.#memberships
      .find({ userId, isMember: true }, { chatId: 1 })
      .sort({ chatId: 1 })
      .lean<MembershipDocument[]>();
    return found.map(({ chatId }) => chatId);
  }

  /** Where somebody is in, by chat, starting behind `afterChatId`. */
  async pageOf(userId: UserId, afterChatId: string, limit: number): Promise<Membership[]> {
    const chatId = { $gt: afterChatId, $lt: aboveAll };
    const filter = { userId, chatId, isMember: true } as QueryFilter<MembershipDocument>;
    const found = await this.#memberships
      .find(filter)
      .sort({ chatId: 1 })
      .limit(limit)
      .lean<MembershipDocument[]>();
    return found.map(toMembership);
  }

  /**
   * The members of a chat by id, starting behind `afterUserId`. Costs as much as there are members
   * behind it, since the engine walks a range to its end: for chats of few.
   */
  async pageOfMembers(chatId: ChatId, afterUserId: string, limit: number): Promise<Membership[]> {
    const found = await this.#memberships
      .find({ ...rangeOf(chatId, afterUserId), isMember: true })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<MembershipDocument[]>();
    return found.map(toMembership);
  }

  /** The ids of every member, ascending. For what is remembered, or rare. */
  async memberIdsOf(chatId: ChatId): Promise<UserId[]> {
    const found = await this.#memberships
      .find({ ...rangeOf(chatId, ''), isMember: true }, { userId: 1 })
      .lean<Pick<MembershipDocument, 'userId'>[]>();
    return found.map(({ userId }) => userId).sort();
  }

  /** Every member of a chat. For what is rare. */
  async allOf(chatId: ChatId): Promise<Membership[]> {
    const found = await this.#memberships
      .find({ ...rangeOf(chatId, ''), isMember: true })
      .lean<MembershipDocument[]>();
    return found.map(toMembership);
  }

  /** Of a chat that lives: it has one. */
  async ownerOf(chatId: ChatId): Promise<UserId | undefined> {
    const owns = { isMember: true, role: 'owner' } as const;
    const found = await this.#memberships
      .findOne({ ...rangeOf(chatId, ''), ...owns }, { userId: 1 })
      .lean<Pick<MembershipDocument, 'userId'>>();
    return found?.userId;
  }

  /** What each member wants to be told of, and sees. For what is remembered, or rare. */
  async wishesOf(chatId: ChatId): Promise<MemberWishes[]> {
    const fields = { userId: 1, visibleFromSeq: 1, settings: 1 } as const;
    const found = await this.#memberships
      .find({ ...rangeOf(chatId, ''), isMember: true }, fields)
      .lean<Pick<MembershipDocument, keyof typeof fields>[]>();
    return found.map(({ userId, visibleFromSeq, settings: { level, mutedUntil } }) => ({
      userId,
      visibleFromSeq,
      level,
      mutedUntil,
    }));
  }

  /**
   * Brings the system message of `rev` in slot `seq` to those it touches; again is harmless. False
   * when somebody else has applied later ones meanwhile.
   */
  async apply(
    chatId: ChatId,
    { rev, seq }: { readonly rev: number; readonly seq: number },
    changes: readonly MemberChange[],
  ): Promise<boolean> {
    const operations = changes.map((change) => applying(chatId, rev, seq, change));
    try {
      await this.#bulk(operations);
      return true;
    } catch (error) {
      // An upsert that met a newer document: another process is ahead of us.
      if (areDuplicates(error)) return false;
      throw error;
    }
  }

  /** The chat has ended with the system message of `rev`. */
  async dismissAll(chatId: ChatId, rev: number): Promise<void> {
    const filter = { ...rangeOf(chatId, ''), isMember: true, appliedRev: { $lt: rev } };
    await this.#memberships.updateMany(filter as QueryFilter<MembershipDocument>, {
      $set: { isMember: false, appliedRev: rev },
    });
  }

  async updateSettings(
    chatId: ChatId,
    userId: UserId,
    patch: Partial<ChatSettings>,
  ): Promise<ChatSettings> {
    const fields = Object.entries(patch).map(([name, value]) => [`settings.${name}`, value]);
    const $set = Object.fromEntries(fields) as Record<string, unknown>;
    const found = await this.#memberships
      .findOneAndUpdate(
        { _id: membershipIdOf(chatId, userId) },
        { $set },
        { returnDocument: 'after' },
      )
      .lean<MembershipDocument>();
    return found?.settings ?? defaultChatSettings;
  }

  async #byIds(ids: readonly string[]): Promise<Membership[]> {
    const found = await Promise.all(
      chunksOf(ids, 500).map((some) =>
        this.#memberships.find({ _id: { $in: some } }).lean<MembershipDocument[]>(),
      ),
    );
    return found.flat().map(toMembership);
  }

  async #bulk(operations: AnyBulkWriteOperation<MembershipDocument>[]): Promise<void> {
    if (operations.length > 0) await this.#memberships.bulkWrite(operations, { ordered: false });
  }
}

/** A range with both ends, since an open one costs whatever lies behind it. `;` follows `:`. */
const rangeOf = (chatId: ChatId, afterUserId: string) => ({
  _id: { $gt: `${chatId}:${afterUserId}`, $lt: `${chatId};` },
});

function applying(
  chatId: ChatId,
  rev: number,
  seq: number,
  { userId, before, after, sharesByDefault = false }: MemberChange,
): AnyBulkWriteOperation<MembershipDocument> {
  const hasCome = after.isMember && before?.isMember !== true;
  const $set = { ...toStored(after), appliedRev: rev, before: before ? toStored(before) : null };
  const $setOnInsert = {
    chatId,
    userId,
    settings: defaultChatSettings,
    sharesByDefault,
    mentionSeqs: [],
  };
  // What was said before somebody came is not unread to them.
  const $max = { lastReadSeq: hasCome ? seq : 0, lastDeliveredSeq: hasCome ? seq : 0 };
  return {
    updateOne: {
      filter: { _id: membershipIdOf(chatId, userId), appliedRev: { $lte: rev } },
      update: { $set, $max, $setOnInsert },
      upsert: before === undefined,
    },
  };
}
