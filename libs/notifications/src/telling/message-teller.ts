import type { NotifyCause } from '@app/chat-state';
import type { Message, UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../list/notification.schema.js';
import { NotificationList } from '../list/notification-list.js';
import { Audiences, type Members } from './audiences.js';
import { CauseFinder } from './cause-finder.js';
import { Court, type Ruling } from './court.js';
import { entryOf, reactionsTo } from './entries-of.js';
import { Outbound } from './outbound.js';

/** What is found so much later, after a crash or a long silence, makes no sound any more. */
const freshMs = 3_600_000;

type Known = Entry & { readonly isRead: boolean };

/** Tells people of one message, or of what became of it. Again is harmless: all of it has a key. */
@Injectable()
export class MessageTeller {
  constructor(
    private readonly audiences: Audiences,
    private readonly finder: CauseFinder,
    private readonly court: Court,
    private readonly list: NotificationList,
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** A slot that was put at the end of the log. */
  async tell(message: Message): Promise<void> {
    if (message.deletedAt !== undefined) return;
    if (message.kind === 'system') this.audiences.forget(message.chatId);
    const members = await this.audiences.of(message.chatId);
    if (!members) return;
    const causes = await this.finder.of(message, members);
    const rulings = await this.#rule(message, members, causes);
    const wanted = rulings.filter(({ verdict }) => verdict.list);
    const entries = wanted.flatMap((one) => entryOf(message, one.userId, one.cause) ?? []);
    const listed = await this.list.add(entries);
    const hasRead = new Set(listed.filter(({ isRead }) => isRead).map(({ userId }) => userId));
    const isFresh = this.#isFresh(message);
    // Before anything is said: whoever does it again after a crash finds what was sent by its key.
    if (isFresh)
      await this.outbound.send(
        message,
        members,
        rulings.filter(({ userId }) => !hasRead.has(userId)),
      );
    const alerted = new Set(
      rulings.filter(({ verdict }) => verdict.alert).map(({ userId }) => userId),
    );
    await this.list.tell(
      listed,
      ({ userId, isNew, isRead }) => isFresh && isNew && !isRead && alerted.has(userId),
    );
    if (message.reactions) await this.#react(message, members, []);
  }

  /** A slot that was there has another state. */
  async retell(message: Message): Promise<void> {
    const known = await this.list.ofMessage(message.id);
    if (message.deletedAt !== undefined) return this.list.remove(known);
    const members = await this.audiences.of(message.chatId);
    if (!members) return;
    const [reactions, others] = [known.filter(isReaction), known.filter((e) => !isReaction(e))];
    if (message.version > 1) await this.#reword(message, members, others);
    await this.#react(message, members, reactions);
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
    const reached = isSaid ? await this.outbound.reached(members) : [];
    const others = reached
      .filter((userId) => !causes.has(userId) && userId !== senderId)
      .map((userId) => caseOf(userId, 'message', senderId));
    return this.court.rule([...named, ...others], members);
  }

  /** An edit makes no sound: whom it names finds it in the list, and whom it does not, no more. */
  async #reword(message: Message, members: Members, known: readonly Known[]): Promise<void> {
    const causes = await this.finder.of(message, members);
    const wanted = new Map<string, Entry>();
    for (const [userId, cause] of causes) {
      const entry = userId === message.senderId ? undefined : entryOf(message, userId, cause);
      if (entry) wanted.set(entry.id, entry);
    }
    const ids = new Set(known.map(({ id }) => id));
    const isNew = ({ id, userId }: Entry) => !ids.has(id) && causes.get(userId) !== 'here';
    await this.list.remove(known.filter(({ id }) => !wanted.has(id)));
    await this.list.revise(
      known.flatMap((former) => {
        const { kind, text } = wanted.get(former.id) ?? former;
        return kind === former.kind && text === former.text ? [] : [{ ...former, kind, text }];
      }),
    );
    await this.#quietly([...wanted.values()].filter(isNew));
  }

  async #react(message: Message, members: Members, known: readonly Known[]): Promise<void> {
    if (!message.reactions && known.length === 0) return;
    const isThere = members.canSee(message.senderId, message.seq);
    const wanted = isThere ? reactionsTo(message, this.clock.now().toISOString()) : [];
    const ids = new Set(wanted.map(({ id }) => id));
    const former = new Set(known.map(({ id }) => id));
    await this.list.remove(known.filter(({ id }) => !ids.has(id)));
    await this.#quietly(wanted.filter(({ id }) => !former.has(id)));
  }

  async #quietly(entries: readonly Entry[]): Promise<void> {
    await this.list.tell(await this.list.add(entries), () => false);
  }

  #isFresh({ createdAt }: Message): boolean {
    return this.clock.now().getTime() - Date.parse(createdAt) < freshMs;
  }
}

const isReaction = ({ kind }: Known) => kind === 'reaction';

const caseOf = (userId: UserId, cause: NotifyCause, senderId: UserId) => ({
  userId,
  cause,
  isOwn: userId === senderId,
  isRead: false,
});
