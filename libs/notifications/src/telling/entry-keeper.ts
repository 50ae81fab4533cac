import { ChatLogApi, type Message } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../list/notification.schema.js';
import { NotificationList } from '../list/notification-list.js';
import type { Known } from '../list/notifications.repository.js';
import { moduleActor } from '../module-actor.js';
import { Audiences, type Members } from './audiences.js';
import { Blocks } from './blocks.js';
import { CauseFinder, type NamedCauses } from './cause-finder.js';
import { entryOf, reactionsTo } from './entries-of.js';

/**
 * Keeps what lists have of a message as the message is, whichever states of it were told before, in
 * whichever order and by whichever process. Between whom there is a block, neither has anything of
 * what the other makes of it.
 */
@Injectable()
export class EntryKeeper {
  constructor(
    private readonly audiences: Audiences,
    private readonly finder: CauseFinder,
    private readonly list: NotificationList,
    private readonly log: ChatLogApi,
    private readonly clock: Clock,
    private readonly blocks: Blocks,
  ) {}

  /**
   * Brings the lists to this state of a message, or to a newer one. They are written first, and the
   * log is looked at then: a state that comes after the look is told after it, and finds what was
   * written. So it is whoever is late who makes it good.
   */
  async follow(message: Message): Promise<void> {
    let state = message;
    while (await this.#bringTo(state)) {
      const newest = await this.newestOf(state);
      if (newest.rev <= state.rev) return;
      state = newest;
    }
  }

  /** As it is now: a log answers a rev with the newest state of what won it. */
  async newestOf(message: Message): Promise<Message> {
    const { id, chatId, rev } = message;
    const query = { chatId, afterRev: rev - 1, limit: 1 };
    const { items } = await this.log.changes(moduleActor, query);
    return items.find((item) => item.id === id) ?? message;
  }

  /** Whether something was written that a newer state may want otherwise. */
  async #bringTo(message: Message): Promise<boolean> {
    const isDeleted = message.deletedAt !== undefined;
    const members = isDeleted ? undefined : await this.audiences.of(message.chatId);
    if (!members || members.isTooOld(message.seq)) {
      await this.list.removeOfMessage(message.id);
      return false;
    }
    // All that can change before the first edit. Where all were called, the rest is long.
    if (message.version === 1)
      return this.#react(message, members, await this.list.reactionsTo(message));
    const known = await this.list.ofMessage(message.id);
    const [reactions, others] = [known.filter(isReaction), known.filter((e) => !isReaction(e))];
    const isReworded = await this.#reword(message, members, others);
    const isReactedTo = await this.#react(message, members, reactions);
    return isReworded || isReactedTo;
  }

  /** An edit makes no sound: whom it names finds it in the list, and whom it does not, no more. */
  async #reword(message: Message, members: Members, known: readonly Known[]): Promise<boolean> {
    const causes = await this.finder.of(message, members);
    const wanted = await this.#wanted(message, causes);
    const ids = new Set(known.map(({ id }) => id));
    const gone = known.filter(({ id }) => !wanted.has(id));
    const revised = known.flatMap((former) => {
      const { kind, text } = wanted.get(former.id) ?? former;
      return kind === former.kind && text === former.text ? [] : [{ ...former, kind, text }];
    });
    const added = [...wanted.values()].filter(
      ({ id, userId }) => !ids.has(id) && causes.get(userId) !== 'here',
    );
    await this.list.remove(gone);
    await this.list.revise(revised);
    await this.#quietly(added);
    return gone.length + revised.length + added.length > 0;
  }

  /** `Map<id, entry>`: of all whom it names but its author. */
  async #wanted(message: Message, causes: NamedCauses): Promise<ReadonlyMap<string, Entry>> {
    const { senderId } = message;
    const others = [...causes].filter(([userId]) => userId !== senderId);
    const userIds = others.map(([userId]) => userId);
    const blocked = await this.blocks.among(userIds, senderId);
    const wanted = new Map<string, Entry>();
    for (const [userId, cause] of others) {
      const entry = blocked.has(userId) ? undefined : entryOf(message, userId, cause);
      if (entry) wanted.set(entry.id, entry);
    }
    return wanted;
  }

  async #react(message: Message, members: Members, known: readonly Known[]): Promise<boolean> {
    if (!message.reactions && known.length === 0) return false;
    const { senderId, seq } = message;
    const isThere = members.canSee(senderId, seq);
    const all = isThere ? reactionsTo(message, this.clock.now().toISOString()) : [];
    const fromIds = all.map(({ fromId }) => fromId);
    const blocked = await this.blocks.among(fromIds, senderId);
    const wanted = all.filter(({ fromId }) => !blocked.has(fromId));
    const ids = new Set(wanted.map(({ id }) => id));
    const former = new Set(known.map(({ id }) => id));
    const gone = known.filter(({ id }) => !ids.has(id));
    const added = wanted.filter(({ id }) => !former.has(id));
    await this.list.remove(gone);
    await this.#quietly(added);
    return gone.length + added.length > 0;
  }

  async #quietly(entries: readonly Entry[]): Promise<void> {
    await this.list.tell(await this.list.add(entries), () => false);
  }
}

const isReaction = ({ kind }: Known) => kind === 'reaction';
