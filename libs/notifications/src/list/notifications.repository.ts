import type { ChatId, Message, MessageId, ReadMarkOf, UserId } from '@app/contracts';
import { areDuplicates, chunksOf, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model, mongo } from 'mongoose';
import { isReadBy } from './is-read-by.js';
import {
  notificationSchema,
  reactionIdOf,
  toDocument,
  toNotification,
  unreadInOf,
  type Entry,
  type NotificationDocument,
} from './notification.schema.js';

/** Whose entry it was. */
export type Owned = Pick<Entry, 'id' | 'userId'>;

/** An entry of somebody's list. */
export type Known = Entry & { readonly isRead: boolean };

const asRead = { $set: { unreadBy: null, unreadIn: null } };

/** Everybody's lists: `notifications`. */
@Injectable()
export class NotificationsRepository {
  readonly #entries: Model<NotificationDocument>;

  constructor(database: Database) {
    this.#entries = database.model<NotificationDocument>('notifications', notificationSchema);
  }

  /**
   * Those that were not there yet: of two who add the same one, one is answered with it. `marks`:
   * of those to whom reactions are told, as they are now.
   */
  async add(
    entries: readonly Entry[],
    marks: readonly ReadMarkOf[] = [],
  ): Promise<ReadonlySet<string>> {
    const added = new Set<string>();
    const seqs = seqsOf(marks);
    for (const some of chunksOf(entries)) {
      const refused = await this.#insert(
        some.map((one) => toDocument(one, seqs.get(unreadInOf(one.userId, one.chatId)))),
      );
      for (const [at, { id }] of some.entries()) if (!refused.has(at)) added.add(id);
    }
    return added;
  }

  /** Another kind or text of entries that are there; whether they were read stays. */
  async revise(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const operations = entries.map(({ id, kind, text }) => ({
      updateOne: { filter: { _id: id }, update: { $set: { kind, text } } },
    }));
    await this.#entries.bulkWrite(operations, { ordered: false });
  }

  /** What tells of a message, to whomever: where all were called, one for each member. */
  async ofMessage(messageId: MessageId): Promise<Known[]> {
    const found = await this.#entries.find({ messageId }).lean<NotificationDocument[]>();
    return found.map(toKnown);
  }

  /** What tells its author of reactions to it. */
  async reactionsTo(message: Pick<Message, 'id' | 'senderId'>): Promise<Known[]> {
    const first = reactionIdOf(message, '');
    const found = await this.#entries
      .find({ _id: { $gt: first, $lt: `${first.slice(0, -1)};` } })
      .lean<NotificationDocument[]>();
    return found.map(toKnown);
  }

  /** Some of what tells of a message. */
  async someOfMessage(messageId: MessageId, limit: number): Promise<Owned[]> {
    const found = await this.#entries
      .find({ messageId }, { userId: 1 })
      .limit(limit)
      .lean<NotificationDocument[]>();
    return found.map(({ _id, userId }) => ({ id: _id, userId }));
  }

  /** What these people have of a chat. */
  async ofChat(chatId: ChatId, userIds: readonly UserId[]): Promise<Owned[]> {
    const found = await this.#entries
      .find({ chatId, userId: { $in: [...userIds] } }, { userId: 1 })
      .lean<NotificationDocument[]>();
    return found.map(({ _id, userId }) => ({ id: _id, userId }));
  }

  /** Some of what tells of slots up to this one. Costs a look at all that tells of the chat. */
  async someUpTo(chatId: ChatId, toSeq: number, limit: number): Promise<Owned[]> {
    const found = await this.#entries
      .find({ chatId, seq: { $lte: toSeq } }, { userId: 1 })
      .limit(limit)
      .lean<NotificationDocument[]>();
    return found.map(({ _id, userId }) => ({ id: _id, userId }));
  }

  /** What somebody has of somebody's doing. Costs a look at their whole list. */
  async fromOne(userId: UserId, fromId: UserId): Promise<Owned[]> {
    const found = await this.#entries
      .find({ place: { $gt: `${userId}:`, $lt: `${userId};` }, fromId }, { userId: 1 })
      .lean<NotificationDocument[]>();
    return found.map(({ _id }) => ({ id: _id, userId }));
  }

  async toldAmong(messageIds: readonly MessageId[]): Promise<ReadonlySet<MessageId>> {
    const found = await this.#entries.aggregate<{ _id: MessageId }>([
      { $match: { messageId: { $in: messageIds } } },
      { $group: { _id: '$messageId' } },
    ]);
    return new Set(found.map(({ _id }) => _id));
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const some of chunksOf(ids)) await this.#entries.deleteMany({ _id: { $in: some } });
  }

  /** The newest first, behind `before` (a place) where that is given. */
  async page(userId: UserId, before: string | undefined, limit: number) {
    const found = await this.#entries
      .find({ place: { $gt: `${userId}:`, $lt: before ?? `${userId};` } })
      .sort({ place: -1 })
      .limit(limit)
      .lean<NotificationDocument[]>();
    return found.map(toKnown);
  }

  /** `Map<UserId, number>`: how much of their lists is unread; who has read all is left out. */
  async unreadOf(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, number>> {
    const counts = new Map<UserId, number>();
    for (const some of chunksOf(userIds)) {
      const found = await this.#entries.aggregate<{ _id: UserId; unread: number }>([
        { $match: { unreadBy: { $in: some } } },
        { $group: { _id: '$unreadBy', unread: { $sum: 1 } } },
      ]);
      for (const { _id, unread } of found) counts.set(_id, unread);
    }
    return counts;
  }

  /** False where nothing of it was unread. */
  async read(userId: UserId, ids: readonly string[]): Promise<boolean> {
    const filter = { _id: { $in: [...ids] }, unreadBy: userId };
    return (await this.#entries.updateMany(filter, asRead)).modifiedCount > 0;
  }

  async readAll(userId: UserId): Promise<boolean> {
    return (await this.#entries.updateMany({ unreadBy: userId }, asRead)).modifiedCount > 0;
  }

  /** What these marks have read is read; answers with what was not before. At most 500. */
  async readUpTo(marks: readonly ReadMarkOf[]): Promise<Owned[]> {
    const seqs = seqsOf(marks);
    const fields = { userId: 1, kind: 1, seq: 1, unreadIn: 1, unreadAfter: 1 };
    const found = await this.#entries
      .find({ unreadIn: { $in: [...seqs.keys()] } }, fields)
      .lean<NotificationDocument[]>();
    const read = found.filter((one) => isReadBy(one, seqs.get(one.unreadIn!) ?? 0));
    const ids = read.map(({ _id }) => _id);
    for (const some of chunksOf(ids))
      await this.#entries.updateMany({ _id: { $in: some } }, asRead);
    return read.map(({ _id, userId }) => ({ id: _id, userId }));
  }

  /** Of a list the newest `kept` stay. */
  async trim(userId: UserId, kept: number): Promise<void> {
    const [last] = await this.#entries
      .find({ place: { $gt: `${userId}:`, $lt: `${userId};` } }, { place: 1 })
      .sort({ place: -1 })
      .skip(kept)
      .limit(1)
      .lean<NotificationDocument[]>();
    if (!last) return;
    await this.#entries.deleteMany({ place: { $gt: `${userId}:`, $lte: last.place } });
  }

  /**
   * Inserts, and no upserts: it is the key that says who of two was first. Answers with the places
   * of those that were there.
   */
  async #insert(documents: readonly NotificationDocument[]): Promise<ReadonlySet<number>> {
    try {
      await this.#entries.insertMany([...documents], { ordered: false });
      return new Set();
    } catch (error) {
      // Told again, or by another process at the same time: they are there.
      if (!areDuplicates(error)) throw error;
      const { writeErrors } = error as mongo.MongoBulkWriteError;
      return new Set([writeErrors].flat().map(({ index }) => index));
    }
  }
}

const toKnown = (document: NotificationDocument): Known => ({
  ...toNotification(document),
  userId: document.userId,
});

const seqsOf = (marks: readonly ReadMarkOf[]): ReadonlyMap<string, number> =>
  new Map(
    marks.map(({ userId, chatId, lastReadSeq }) => [unreadInOf(userId, chatId), lastReadSeq]),
  );
