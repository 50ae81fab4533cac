import { audienceOf, mentionsIn, strongestCause, type NotifyCause } from '@app/chat-state';
import {
  MessagesApi,
  Problem,
  UsersApi,
  type CallReason,
  type Message,
  type MessageId,
  type UserId,
} from '@app/contracts';
import { BoundedMap } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { onBehalfOf } from '../module-actor.js';
import { Wishes } from '../wishes/wishes.js';
import type { Members } from './audiences.js';

/** What a message is to those to whom it is more than one of many: `Map<UserId, cause>`. */
export type NamedCauses = ReadonlyMap<UserId, NotifyCause>;

/** Authors that are remembered: what is answered was often said not long ago. */
const maxAuthors = 20_000;

/** Above it nobody was rung: a call of a large chat is a banner, and missed by nobody. */
const maxRung = 17;

/** For who was called it is all the same why they did not talk. */
const missed: readonly CallReason[] = ['missed', 'cancelled', 'busy'];

/** What a message means to whom. */
@Injectable()
export class CauseFinder {
  readonly #authors = new BoundedMap<MessageId, UserId>(maxAuthors);

  constructor(
    private readonly users: UsersApi,
    private readonly messages: MessagesApi,
    private readonly wishes: Wishes,
  ) {}

  /** The author is in it, too, where they name themselves: the rule knows its own. */
  async of(message: Message, members: Members): Promise<NamedCauses> {
    this.#authors.set(message.id, message.senderId);
    if (message.kind === 'system') return seen(message, members, added(message));
    if (message.kind === 'call') return seen(message, members, missedBy(message, members));
    return seen(message, members, await this.#said(message, members));
  }

  async #said(message: Message, members: Members): Promise<Map<UserId, NotifyCause>> {
    const signs = new Map<UserId, Set<NotifyCause>>();
    const add = (userId: UserId, cause: NotifyCause) => {
      const known = signs.get(userId) ?? new Set();
      signs.set(userId, known.add(cause));
    };
    for (const userId of await this.#mentioned(message)) add(userId, 'mention');
    for (const userId of await this.wishes.watchers(message.text)) add(userId, 'keyword');
    const author = message.replyTo && (await this.#authorOf(message.replyTo, message.senderId));
    if (author) add(author, 'reply');
    const all = audienceOf(message.text);
    if (all) for (const userId of members.ids) add(userId, all);
    return new Map([...signs].map(([userId, found]) => [userId, strongestCause(found)!]));
  }

  async #mentioned({ text, senderId }: Message): Promise<readonly UserId[]> {
    const usernames = [...mentionsIn(text)];
    if (usernames.length === 0) return [];
    const { items } = await this.users.resolve(onBehalfOf(senderId), { usernames });
    return items.map(({ id }) => id);
  }

  /** As the one sees it who answers. */
  async #authorOf(messageId: MessageId, reader: UserId): Promise<UserId | undefined> {
    const known = this.#authors.get(messageId);
    if (known) return known;
    try {
      const { senderId, kind } = await this.messages.item(onBehalfOf(reader), { messageId });
      if (kind === 'system') return undefined;
      this.#authors.set(messageId, senderId);
      return senderId;
    } catch (error) {
      // They have left the chat since, or what they answered is not for them.
      if (error instanceof Problem && error.status < 500) return undefined;
      throw error;
    }
  }
}

/** Nobody is told of what they may not see. */
function seen({ seq }: Message, members: Members, causes: Map<UserId, NotifyCause>): NamedCauses {
  for (const userId of causes.keys()) if (!members.canSee(userId, seq)) causes.delete(userId);
  return causes;
}

const added = ({ system, senderId }: Message) => causeOf('added', newcomersOf(system), senderId);

/** A direct chat needs no word of its own: what is said in it has. */
function newcomersOf(system: Message['system']): Iterable<UserId> {
  if (system?.type === 'members_added') return system.userIds;
  if (system?.type !== 'chat_created' || system.kind === 'direct') return [];
  return system.members.map(({ userId }) => userId);
}

function missedBy({ call, senderId }: Message, members: Members): Map<UserId, NotifyCause> {
  const isMissed = call && missed.includes(call.reason) && members.size <= maxRung;
  return causeOf('missed_call', isMissed ? members.ids : [], senderId);
}

function causeOf(
  cause: NotifyCause,
  userIds: Iterable<UserId>,
  senderId: UserId,
): Map<UserId, NotifyCause> {
  const causes = new Map<UserId, NotifyCause>();
  for (const userId of userIds) if (userId !== senderId) causes.set(userId, cause);
  return causes;
}
