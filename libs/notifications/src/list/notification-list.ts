import {
  AudienceApi,
  userRoom,
  type ChatId,
  type Message,
  type MessageId,
  type NotificationCount,
  type ReadMarkOf,
  type ReadNotifications,
  type UserId,
} from '@app/contracts';
import { BoundedMap, chunksOf, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import { placeOf, type Entry } from './notification.schema.js';
import { NotificationsRepository, type Known, type Owned } from './notifications.repository.js';
import { ReadableEntries } from './readable-entries.js';

/** Entries of a list that are kept, the newest. */
export const maxKept = 1000;

/** So many are added to a list before its end is cut again: that costs a read. */
const trimEvery = 50;

/** Entries of one message that are taken out together. */
const removedAtOnce = 500;

/** People of whom it is remembered how much was added. */
const maxPeople = 50_000;

/** An entry that was added, or was there and is told again. */
export interface Listed extends Entry {
  readonly isNew: boolean;
  readonly isRead: boolean;
}

/** A part of somebody's list, and where it goes on. */
export interface ListPage {
  readonly items: readonly Known[];
  readonly lastPlace: string | undefined;
}

/** Everybody's lists, and what their devices hear of them. */
@Injectable()
export class NotificationList {
  readonly #added = new BoundedMap<UserId, number>(maxPeople);

  constructor(
    private readonly entries: NotificationsRepository,
    private readonly audience: AudienceApi,
    private readonly publisher: RealtimePublisher,
    private readonly readable: ReadableEntries,
  ) {}

  /**
   * The newest first, behind a place. What they may not read any more is taken out as it is found,
   * and what is behind it moves up: a page is full as long as there is more.
   */
  async page(userId: UserId, before: string | undefined, limit: number): Promise<ListPage> {
    const items: Known[] = [];
    let lastPlace = before;
    // A list ends at `maxKept`; each round but the last has taken something out of it for good.
    do {
      const missing = limit - items.length;
      const found = await this.entries.page(userId, lastPlace, missing + 1);
      const some = found.slice(0, missing);
      const { shown, withdrawn } = await this.readable.sort(userId, some);
      await this.remove(withdrawn);
      items.push(...shown);
      lastPlace = found.length > missing ? placeOf(some.at(-1)!) : undefined;
    } while (items.length < limit && lastPlace !== undefined);
    return { items, lastPlace };
  }

  async unreadOf(userId: UserId): Promise<number> {
    return (await this.entries.unreadOf([userId])).get(userId) ?? 0;
  }

  /** Some of somebody's, or all. Their devices hear of it. */
  async read(userId: UserId, input: ReadNotifications): Promise<NotificationCount> {
    const hasChanged =
      'all' in input
        ? await this.entries.readAll(userId)
        : await this.entries.read(userId, input.ids);
    const unread = await this.unreadOf(userId);
    if (!hasChanged) return { unread };
    const news = { unread, ...('ids' in input && { ids: input.ids }) };
    this.publisher.publish(userRoom(userId), 'notifications_read', news);
    await this.#countAgain([userId], new Map([[userId, unread]]));
    return { unread };
  }

  /**
   * Again is harmless. Stored first, and then the marks are asked for: one that rises later is told
   * after it was stored, and finds the entry. Of reactions they are asked for before, too: what was
   * read until then says nothing of them.
   */
  async add(entries: readonly Entry[]): Promise<Listed[]> {
    if (entries.length === 0) return [];
    const reactions = entries.filter(({ kind }) => kind === 'reaction');
    const added = await this.entries.add(entries, await this.#marksOf(reactions));
    const read = new Set((await this.#readByMarks(entries)).map(({ id }) => id));
    for (const entry of entries) if (added.has(entry.id)) await this.#trim(entry);
    return entries.map((entry) => ({
      ...entry,
      isNew: added.has(entry.id),
      isRead: read.has(entry.id),
    }));
  }

  /** Tells the devices of entries; those for which `isAlert` says so may make a sound. */
  async tell(listed: readonly Listed[], isAlert: (entry: Listed) => boolean): Promise<void> {
    const userIds = [...new Set(listed.map(({ userId }) => userId))];
    const counts = await this.entries.unreadOf(userIds);
    for (const entry of listed) {
      const { userId, isNew: _, ...notification } = entry;
      this.publisher.publish(userRoom(userId), 'notification_created', {
        notification,
        isAlert: isAlert(entry),
        unread: counts.get(userId) ?? 0,
      });
    }
    await this.#countAgain(userIds, counts);
  }

  ofMessage(messageId: MessageId): Promise<Known[]> {
    return this.entries.ofMessage(messageId);
  }

  /** Costs nothing of what others are told of it. */
  reactionsTo(message: Pick<Message, 'id' | 'senderId'>): Promise<Known[]> {
    return this.entries.reactionsTo(message);
  }

  /** Of these messages those of which there is something in any list. */
  toldAmong(messageIds: readonly MessageId[]): Promise<ReadonlySet<MessageId>> {
    return this.entries.toldAmong(messageIds);
  }

  /** Other words of what is in the lists. */
  async revise(entries: readonly Known[]): Promise<void> {
    if (entries.length === 0) return;
    await this.entries.revise(entries);
    await this.tell(
      entries.map((entry) => ({ ...entry, isNew: false })),
      () => false,
    );
  }

  async remove(entries: readonly Owned[]): Promise<void> {
    if (entries.length === 0) return;
    await this.entries.remove(entries.map(({ id }) => id));
    await this.#tellOf('notifications_removed', entries);
  }

  /** All that tells of a message, a part of it at a time. */
  removeOfMessage(messageId: MessageId): Promise<void> {
    return this.#removeAll(() => this.entries.someOfMessage(messageId, removedAtOnce));
  }

  /** All that tells of slots of a chat up to this one, a part of it at a time. */
  removeUpTo(chatId: ChatId, toSeq: number): Promise<void> {
    return this.#removeAll(() => this.entries.someUpTo(chatId, toSeq, removedAtOnce));
  }

  /** What these people have of a chat; at most 500 of them. */
  async removeOf(chatId: ChatId, userIds: readonly UserId[]): Promise<void> {
    await this.remove(await this.entries.ofChat(chatId, userIds));
  }

  /** What somebody has of somebody's doing. */
  async removeFrom(userId: UserId, fromId: UserId): Promise<void> {
    await this.remove(await this.entries.fromOne(userId, fromId));
  }

  /** Chats were read up to there; at most 500 marks. */
  async readUpTo(marks: readonly ReadMarkOf[]): Promise<void> {
    const read = await this.entries.readUpTo(marks);
    if (read.length > 0) await this.#tellOf('notifications_read', read);
  }

  async #removeAll(find: () => Promise<Owned[]>): Promise<void> {
    let some: Owned[];
    do {
      some = await find();
      await this.remove(some);
    } while (some.length === removedAtOnce);
  }

  async #readByMarks(entries: readonly Entry[]): Promise<Owned[]> {
    const read: Owned[] = [];
    const marks = await this.#marksOf(entries);
    for (const some of chunksOf(marks)) read.push(...(await this.entries.readUpTo(some)));
    return read;
  }

  async #marksOf(entries: readonly Entry[]): Promise<ReadMarkOf[]> {
    const marks: ReadMarkOf[] = [];
    for (const some of chunksOf(entries)) {
      const items = some.map(({ chatId, userId }) => ({ chatId, userId }));
      marks.push(...(await this.audience.marks(moduleActor, { items })).items);
    }
    return marks;
  }

  async #tellOf(
    event: 'notifications_read' | 'notifications_removed',
    entries: readonly Owned[],
  ): Promise<void> {
    const byPerson = Map.groupBy(entries, ({ userId }) => userId);
    const userIds = [...byPerson.keys()];
    const counts = await this.entries.unreadOf(userIds);
    for (const [userId, own] of byPerson) {
      const news = { ids: own.map(({ id }) => id), unread: counts.get(userId) ?? 0 };
      this.publisher.publish(userRoom(userId), event, news);
    }
    await this.#countAgain(userIds, counts);
  }

  /**
   * Between a count and its event others count and tell: who counted first may have the last word.
   * So it is counted again afterwards, and told again where it differs. It is whoever is late who
   * makes it good; costs a second count for all that is told.
   */
  async #countAgain(userIds: readonly UserId[], told: ReadonlyMap<UserId, number>): Promise<void> {
    const counts = await this.entries.unreadOf(userIds);
    const unreadOf = (userId: UserId) => counts.get(userId) ?? 0;
    const outdated = userIds.filter((userId) => unreadOf(userId) !== (told.get(userId) ?? 0));
    if (outdated.length === 0) return;
    for (const userId of outdated) {
      const news = { ids: [], unread: unreadOf(userId) };
      this.publisher.publish(userRoom(userId), 'notifications_read', news);
    }
    await this.#countAgain(outdated, counts);
  }

  /** Where nothing is remembered it begins anywhere: no process would get to the end otherwise. */
  async #trim({ userId, id }: Entry): Promise<void> {
    const added = (this.#added.get(userId) ?? numberOf(id) % trimEvery) + 1;
    this.#added.set(userId, added % trimEvery);
    if (added >= trimEvery) await this.entries.trim(userId, maxKept);
  }
}

const numberOf = (id: string) => Buffer.from(id).reduce((sum, byte) => sum + byte, 0);
