import {
  ChatId,
  problem,
  UserId,
  type Actor,
  type AudienceApi,
  type BlockedBetween,
  type ChangePage,
  type ChatAudience,
  type ChatHeads,
  type ChatKind,
  type ChatLogApi,
  type ChatRef,
  type HeadsOf,
  type ListChanges,
  type LookUpUsers,
  type MemberRefs,
  type Message,
  type MessageItems,
  type MessageRef,
  type MessagesApi,
  type MessagesWanted,
  type Profile,
  type ReadMarksOf,
  type ResolveUsernames,
  type SlotsWanted,
  type SpecialMember,
  type User,
  type UserIds,
  type UserList,
  type UserRef,
  type UsersApi,
} from '@app/contracts';
import { aMessage, aProfile, aUser } from '@app/contracts/testing';

const ordinary = { level: 'all', mutedUntil: null, visibleFromSeq: 1 } as const;

/** Chats on paper, as this module knows them by the ports of others: members, marks and logs. */
export class PaperChats
  implements
    Pick<AudienceApi, 'of' | 'marks'>,
    Pick<ChatLogApi, 'changes' | 'heads'>,
    Pick<MessagesApi, 'around' | 'item' | 'items'>,
    Pick<UsersApi, 'blocked' | 'blockedBetween' | 'lookUp' | 'profile' | 'resolve'>
{
  readonly #kinds = new Map<ChatId, ChatKind>();
  readonly #members = new Map<ChatId, Map<UserId, SpecialMember>>();
  readonly #keptFrom = new Map<ChatId, number>();
  readonly #marks = new Map<string, number>();
  readonly #logs = new Map<ChatId, { changes: Message[]; headSeq: number }>();
  /** `ann bob`: ann blocks bob. */
  readonly blocks = new Set<string>();
  /** People, and chats of several, with another name than the usual one. */
  readonly names = new Map<UserId | ChatId, string>();
  /** Pages of logs that were read. */
  pagesRead = 0;
  /** How often somebody asked who is in a chat. */
  audiencesAsked = 0;

  chat(name: string, kind: ChatKind, ...members: readonly string[]): ChatId {
    const chatId = ChatId.parse(name);
    this.#kinds.set(chatId, kind);
    const ids = members.map((member) => UserId.parse(member));
    this.#members.set(chatId, new Map(ids.map((userId) => [userId, { userId, ...ordinary }])));
    return chatId;
  }

  wish(chatId: ChatId, name: string, about: Partial<SpecialMember>): void {
    const userId = UserId.parse(name);
    this.#members.get(chatId)!.set(userId, { userId, ...ordinary, ...about });
  }

  leave(chatId: ChatId, name: string): void {
    this.#members.get(chatId)!.delete(UserId.parse(name));
  }

  /** What is before this slot is too old for everybody. */
  keepFrom(chatId: ChatId, seq: number): void {
    this.#keptFrom.set(chatId, seq);
  }

  /** The chat is deleted: nobody is in it any more. */
  end(chatId: ChatId): void {
    this.#kinds.delete(chatId);
    this.#members.get(chatId)!.clear();
  }

  read(chatId: ChatId, name: string, seq: number): void {
    this.#marks.set(`${chatId}:${name}`, seq);
  }

  /** The next slot of a chat, in its log. */
  say(chatId: ChatId, from: string, about: Partial<Message> = {}): Message {
    const log = this.#logOf(chatId);
    const seq = ++log.headSeq;
    const senderId = UserId.parse(from);
    return this.#put(aMessage({ chatId, senderId, rev: 0, ...about, seq }));
  }

  /** A slot in another state. */
  change(message: Message, about: Partial<Message>): Message {
    return this.#put({ ...message, ...about });
  }

  of(_: Actor, { chatId }: ChatRef): Promise<ChatAudience> {
    this.audiencesAsked++;
    const kind = this.#kinds.get(chatId);
    if (!kind) return Promise.reject(problem('not_found'));
    const members = [...this.#members.get(chatId)!.values()];
    const name = kind === 'direct' ? '' : (this.names.get(chatId) ?? 'Crew');
    const userIds = members.map(({ userId }) => userId);
    const keptFromSeq = this.#keptFrom.get(chatId);
    return Promise.resolve({ chatId, kind, name, userIds, special: members, keptFromSeq });
  }

  marks(_: Actor, { items }: MemberRefs): Promise<ReadMarksOf> {
    const members = items.filter(({ chatId, userId }) => this.#members.get(chatId)?.has(userId));
    const marks = members.map(({ chatId, userId }) => ({
      chatId,
      userId,
      lastReadSeq: this.#marks.get(`${chatId}:${userId}`) ?? 0,
    }));
    return Promise.resolve({ items: marks });
  }

  blocked({ userId }: Actor): Promise<UserList> {
    const pairs = [...this.blocks].map((pair) => pair.split(' ') as [string, string]);
    const mine = pairs.filter(([one]) => one === userId);
    return Promise.resolve({ items: mine.map(([, other]) => aUser(other)) });
  }

  blockedBetween({ userId }: Actor, { userIds }: BlockedBetween): Promise<UserIds> {
    const isBlocked = (other: UserId) =>
      this.blocks.has(`${userId} ${other}`) || this.blocks.has(`${other} ${userId}`);
    return Promise.resolve({ userIds: userIds.filter(isBlocked) });
  }

  changes(_: Actor, { chatId, afterRev, limit }: ListChanges): Promise<ChangePage> {
    this.pagesRead++;
    const { changes, headSeq } = this.#logOf(chatId);
    const found = changes.slice(afterRev, afterRev + limit);
    const newest = [...new Map(changes.map((one) => [one.id, one])).values()];
    const items = newest.filter((one) => found.some(({ id }) => id === one.id));
    const toRev = afterRev + found.length;
    const hasMore = toRev < changes.length;
    const head = { headSeq, headRev: changes.length };
    return Promise.resolve({
      items,
      page: { nextCursor: null, hasMore, afterRev, toRev, ...head },
    });
  }

  heads(_: Actor, { chatIds }: HeadsOf): Promise<ChatHeads> {
    const items = chatIds.map((chatId) => {
      const { changes, headSeq } = this.#logOf(chatId);
      return { chatId, headSeq, headRev: changes.length };
    });
    return Promise.resolve({ items });
  }

  item(_: Actor, { messageId }: MessageRef): Promise<Message> {
    const all = [...this.#logs.values()].flatMap(({ changes }) => changes);
    const found = all.findLast(({ id }) => id === messageId);
    return found ? Promise.resolve(found) : Promise.reject(problem('not_found'));
  }

  items(_: Actor, { messageIds }: MessagesWanted): Promise<MessageItems> {
    const all = [...this.#logs.values()].flatMap(({ changes }) => changes);
    const newest = new Map(all.map((message) => [message.id, message]));
    return Promise.resolve({ items: messageIds.flatMap((id) => newest.get(id) ?? []) });
  }

  /** Without those beside them. */
  around(_: Actor, { slots }: SlotsWanted): Promise<MessageItems> {
    const items = slots.flatMap(({ chatId, seq }) => {
      const { changes } = this.#logOf(chatId);
      return changes.findLast((one) => one.seq === seq) ?? [];
    });
    return Promise.resolve({ items });
  }

  /** `<id>@example.org`. */
  profile(_: Actor, { userId }: UserRef): Promise<Profile> {
    return Promise.resolve(aProfile(userId));
  }

  /** Everybody is called by their id. */
  resolve(_: Actor, { usernames }: ResolveUsernames): Promise<UserList> {
    const known = new Set([...this.#members.values()].flatMap((members) => [...members.keys()]));
    const found = usernames.filter((username) => known.has(UserId.parse(username)));
    return Promise.resolve({ items: found.map((username) => aUser(username)) });
  }

  lookUp(_: Actor, { userIds }: LookUpUsers): Promise<UserList> {
    return Promise.resolve({ items: userIds.map((userId) => this.#user(userId)) });
  }

  #user(userId: UserId): User {
    return aUser(userId, { name: this.names.get(userId) ?? userId });
  }

  #put(message: Message): Message {
    const { changes } = this.#logOf(message.chatId);
    const stored = { ...message, rev: changes.length + 1 };
    changes.push(stored);
    return stored;
  }

  #logOf(chatId: ChatId): { changes: Message[]; headSeq: number } {
    const log = this.#logs.get(chatId) ?? { changes: [], headSeq: 0 };
    this.#logs.set(chatId, log);
    return log;
  }
}
