import type { NotifyCause } from '@app/chat-state';
import type { Message, MessageId, UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { NotificationList, type Listed } from '../list/notification-list.js';
import { Audiences, type Members } from './audiences.js';
import { CauseFinder } from './cause-finder.js';
import { Court, type Ruling } from './court.js';
import { entryOf } from './entries-of.js';
import { EntryKeeper } from './entry-keeper.js';
import { Ways } from './ways.js';

/** Tells people of one message, or of what became of it. Again is harmless: all of it has a key. */
@Injectable()
export class MessageTeller {
  constructor(
    private readonly audiences: Audiences,
    private readonly finder: CauseFinder,
    private readonly court: Court,
    private readonly list: NotificationList,
    private readonly keeper: EntryKeeper,
    private readonly ways: Ways,
  ) {}

  /** A slot that was put at the end of the log. */
  tell(message: Message): Promise<void> {
    return this.#tell(message, new Set());
  }

  /** A slot that was there has another state. */
  retell(message: Message): Promise<void> {
    return this.keeper.follow(message);
  }

  /** Those of which lists have something: it may be of an older state, and of another process. */
  toldAmong(messages: readonly Message[]): Promise<ReadonlySet<MessageId>> {
    return this.list.toldAmong(messages.map(({ id }) => id));
  }

  /** `own`: entries that were inserted by an older state of it, and not told yet. */
  async #tell(message: Message, own: ReadonlySet<string>): Promise<void> {
    if (message.deletedAt !== undefined) return;
    if (message.kind === 'system') this.audiences.forget(message.chatId);
    const members = await this.audiences.of(message.chatId);
    if (!members || members.isTooOld(message.seq)) return;
    const causes = await this.finder.of(message, members);
    const rulings = await this.#rule(message, members, causes);
    const wanted = rulings.filter(({ verdict }) => verdict.list);
    const entries = wanted.flatMap((one) => entryOf(message, one.userId, one.cause) ?? []);
    const listed = (await this.list.add(entries)).map((one) =>
      own.has(one.id) ? { ...one, isNew: true } : one,
    );
    const say = () => this.#say(message, rulings, listed);
    // Another process may have told a newer state before these entries were there to be found.
    const newest = listed.length > 0 ? await this.#newestOf(message, say) : message;
    const isOutdated = newest.deletedAt !== undefined || newest.version > message.version;
    const added = listed.filter(({ isNew }) => isNew).map(({ id }) => id);
    if (isOutdated) await this.#tell(newest, new Set(added));
    else await say();
    if (newest.rev > message.rev || message.reactions) await this.keeper.follow(newest);
  }

  async #newestOf(message: Message, say: () => Promise<void>): Promise<Message> {
    try {
      return await this.keeper.newestOf(message);
    } catch (error) {
      // The log is away. It is told as it is known; the fact comes again, and makes it good.
      await say();
      throw error;
    }
  }

  /** Pushes first: whoever does it again after a crash finds what was sent by its key. */
  async #say(
    message: Message,
    rulings: readonly Ruling[],
    listed: readonly Listed[],
  ): Promise<void> {
    const hasRead = new Set(listed.filter(({ isRead }) => isRead).map(({ userId }) => userId));
    const isFresh = this.court.isFresh(message);
    const unread = rulings.filter(({ userId }) => !hasRead.has(userId));
    const alerted = new Set(unread.filter((one) => one.verdict.alert).map(({ userId }) => userId));
    try {
      if (isFresh) await this.ways.send(message, unread);
    } finally {
      // A queue that is away, or full, silences no window: told again, none of these is new.
      await this.list.tell(listed, ({ userId, isNew }) => isFresh && isNew && alerted.has(userId));
    }
  }

  /** Those who are named, and of the others those who can be reached where no window is open. */
  async #rule(
    message: Message,
    members: Members,
    causes: ReadonlyMap<UserId, NotifyCause>,
  ): Promise<Ruling[]> {
    const { senderId, kind } = message;
    const named = [...causes].map(([userId, cause]) => caseOf(userId, cause, senderId));
    const isSaid = kind !== 'system' && kind !== 'call';
    const reached = isSaid ? await this.ways.reached(members) : [];
    const others = reached
      .filter((userId) => !causes.has(userId) && userId !== senderId)
      .map((userId) => caseOf(userId, 'message', senderId));
    return this.court.rule([...named, ...others], members, senderId);
  }
}

const caseOf = (userId: UserId, cause: NotifyCause, senderId: UserId) => ({
  userId,
  cause,
  isOwn: userId === senderId,
  isRead: false,
});
