import {
  AccessApi,
  ChatsApi,
  fold,
  UsersApi,
  type Actor,
  type ChatId,
  type FoundChat,
  type NameClause,
  type ReadableChat,
  type SearchClause,
  type User,
  type UserId,
  type UserList,
} from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { orAway } from './or-away.js';
import { complain } from './search-text.js';

/** People that one question to the users module names. */
const peopleAtOnce = 100;

/** Which of their chats somebody searches, and what these are called. */
@Injectable()
export class SearchedChats {
  constructor(
    private readonly chats: ChatsApi,
    private readonly access: AccessApi,
    private readonly users: UsersApi,
  ) {}

  /** Every chat that the actor reads. */
  async all(actor: Actor): Promise<ReadableChat[]> {
    return (await this.chats.readable(actor, {})).items;
  }

  /**
   * Those of `all` that a query is about: `chatId` alone, and what `in:` names. Throws `not_found`
   * and `not_member` for `chatId`, `validation_failed` for a name of none of them.
   */
  async chosen(
    actor: Actor,
    all: readonly ReadableChat[],
    clauses: readonly SearchClause[],
    chatId: ChatId | undefined,
  ): Promise<ReadableChat[]> {
    let chosen = [...all];
    if (chatId !== undefined) {
      chosen = all.filter((chat) => chat.chatId === chatId);
      if (chosen.length === 0) await this.access.of(actor, { chatId });
    }
    const naming = clauses.filter((clause): clause is NameClause => clause.kind === 'in');
    if (naming.length === 0) return chosen;
    const peers = await this.#peersOf(actor, all, naming);
    const named = naming.map((clause) => ({ clause, ids: idsCalled(clause.value, all, peers) }));
    const unknown = named.filter(({ ids }) => ids.size === 0).map(({ clause }) => clause);
    if (unknown.length > 0)
      throw complain(
        unknown.map(({ valueAt: at, end }) => ({ complaint: 'unknown_chat', at, end })),
      );
    const idsOf = (isNot: boolean) =>
      new Set(named.filter((one) => one.clause.isNot === isNot).flatMap(({ ids }) => [...ids]));
    const [wanted, unwanted] = [idsOf(false), idsOf(true)];
    return chosen.filter(
      (chat) => (wanted.size === 0 || wanted.has(chat.chatId)) && !unwanted.has(chat.chatId),
    );
  }

  /** Some chats as results name them. */
  async named(
    actor: Actor,
    chats: readonly ReadableChat[],
  ): Promise<ReadonlyMap<ChatId, FoundChat>> {
    const peerIds = [...new Set(chats.flatMap(({ peerId }) => peerId ?? []))];
    const peers = new Map<UserId, User>();
    for (const userIds of chunksOf(peerIds, peopleAtOnce)) {
      const nobody: UserList = { items: [] };
      // Without the other person's name rather than without a result.
      const { items } = await orAway(this.users.lookUp(actor, { userIds }), () => nobody);
      for (const user of items) peers.set(user.id, user);
    }
    return new Map(chats.map((chat) => [chat.chatId, foundChat(chat, peers)]));
  }

  /** Who is called as some `in:` says: a direct chat is called by the other person. */
  async #peersOf(
    actor: Actor,
    all: readonly ReadableChat[],
    naming: readonly NameClause[],
  ): Promise<ReadonlyMap<string, UserId>> {
    if (!all.some(({ peerId }) => peerId !== undefined)) return new Map();
    const usernames = naming.map(({ value }) => value).filter(({ length }) => length <= 32);
    const { items } = await this.users.resolve(actor, { usernames });
    return new Map(items.map(({ id, username }) => [username.toLowerCase(), id]));
  }
}

function idsCalled(
  name: string,
  all: readonly ReadableChat[],
  peers: ReadonlyMap<string, UserId>,
): Set<ChatId> {
  const peerId = peers.get(name.toLowerCase());
  const called = all.filter(
    (chat) =>
      (chat.slug !== undefined && chat.slug === name.toLowerCase()) ||
      (chat.name !== '' && fold(chat.name) === fold(name)) ||
      (peerId !== undefined && chat.peerId === peerId),
  );
  return new Set(called.map(({ chatId }) => chatId));
}

function foundChat(chat: ReadableChat, peers: ReadonlyMap<UserId, User>): FoundChat {
  const { chatId, kind, name, slug, avatar, peerId } = chat;
  const peer = peerId && peers.get(peerId);
  return {
    id: chatId,
    type: kind,
    name,
    ...(slug !== undefined && { slug }),
    ...(avatar !== undefined && { avatar }),
    ...(peer && { peer }),
  };
}
