import { hiddenCopy } from '@app/chat-state';
import {
  ChatId,
  ClientMsgId,
  SessionId,
  UserId,
  type Actor,
  type Message,
  type MessageItems,
  type ReadableChat,
  type SlotsWanted,
  type SystemEvent,
} from '@app/contracts';
import { aUser } from '@app/contracts/testing';
import { InProcessEventBus } from '@app/platform/testing';
import {
  applySystemEvent,
  MemoryChatLog,
  type ChatState,
} from '../../libs/chats/src/testing/index.js';
import {
  openSearch,
  type OpenSearch,
  type SearchPorts,
} from '../../libs/search/src/testing/index.js';
import { ReadersModel, type Saying } from './readers-model.js';

/** What keeps people from what they may not read: where a search looks, and who reads what. */
export type Fence = 'both' | 'scope' | 'log';

/** What a search shows, as `chat:seq text`. */
export interface Sight {
  readonly found: readonly string[];
  readonly beside: readonly string[];
}

const moduleActor: Actor = {
  userId: UserId.parse('test'),
  sessionId: SessionId.parse('s'),
  role: 'bot',
};

const unused = () => Promise.reject(new Error('Nobody asks for it here'));

/**
 * Chats with a log in memory and the membership that the chats module makes of it, searched by the
 * real search module. With one `fence` alone, the other one lets everybody through.
 */
export class SearchedWorld {
  readonly model = new ReadersModel();
  readonly #bus = new InProcessEventBus();
  readonly #log = new MemoryChatLog(this.#bus);
  readonly #messages = new Map<Saying, Message>();
  readonly #states = new Map<ChatId, ChatState>();
  readonly #search: OpenSearch;

  constructor(private readonly fence: Fence) {
    this.#search = openSearch(this.#ports());
  }

  async found(owner: string, members: readonly string[], showsAll: boolean): Promise<void> {
    const chat = this.model.chats.length;
    this.model.found(owner, members, showsAll);
    await this.#tell(owner, chat, {
      type: 'chat_created',
      kind: 'group',
      traits: {
        name: `Chat ${chat}`,
        topic: '',
        visibility: 'private',
        postPolicy: 'everyone',
        historyVisibility: showsAll ? 'all' : 'joined',
        isArchived: false,
      },
      members: [
        { userId: UserId.parse(owner), role: 'owner' },
        ...members.map((name) => ({ userId: UserId.parse(name), role: 'member' as const })),
      ],
    });
  }

  async say(by: string, chat: number, text: string): Promise<void> {
    if (!this.model.isIn(by, chat)) return;
    const message = await this.#log.say(actorOf(by), idOf(chat), text);
    const saying = {
      chat,
      seq: message.seq,
      by,
      text,
      isDeleted: false,
      hiddenBy: new Set<string>(),
    };
    this.model.sayings.push(saying);
    this.#messages.set(saying, message);
  }

  async edit(saying: Saying, text: string): Promise<void> {
    if (saying.isDeleted) return;
    saying.text = text;
    await this.#log.change(this.#messages.get(saying)!, text);
  }

  async delete(saying: Saying): Promise<void> {
    if (saying.isDeleted) return;
    saying.isDeleted = true;
    await this.#log.change(this.#messages.get(saying)!, undefined);
  }

  async hide(by: string, saying: Saying): Promise<void> {
    if (!this.model.mayRead(by, saying)) return;
    saying.hiddenBy.add(by);
    await this.#log.hide(actorOf(by), this.#messages.get(saying)!);
  }

  async add(name: string, chat: number): Promise<void> {
    const { seq } = await this.#tell(this.model.chats[chat]!.owner, chat, {
      type: 'members_added',
      userIds: [UserId.parse(name)],
    });
    this.model.comes(name, chat, seq);
  }

  async leave(name: string, chat: number): Promise<void> {
    this.model.goes(name, chat);
    await this.#tell(name, chat, { type: 'member_left' });
  }

  /** From now on facts are lost, or told again. */
  loseFacts(areLost: boolean): void {
    this.#log.tellsFacts = !areLost;
  }

  /** What somebody finds, page by page, and what was said beside it. */
  async search(by: string, q: string): Promise<Sight> {
    const found: string[] = [];
    const beside: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { q, order: 'newest', utcOffset: 0, limit: 2, cursor } as const;
      const { items, page } = await this.#search.search.messages(actorOf(by), asked);
      found.push(...items.map(({ message }) => inWords(message)));
      beside.push(...items.flatMap(({ before, after }) => [before, after].flatMap(wordsOf)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return { found: found.toSorted(), beside };
  }

  async close(): Promise<void> {
    await this.#bus.close();
    await this.#search.feed.onApplicationShutdown();
  }

  async #tell(by: string, chat: number, system: SystemEvent): Promise<Message> {
    const chatId = idOf(chat);
    const clientMsgId = ClientMsgId.parse(`${system.type}-${Math.random()}`);
    const message = await this.#log.append(actorOf(by), { chatId, clientMsgId, system });
    this.#states.set(chatId, applySystemEvent(this.#states.get(chatId), message)!);
    return message;
  }

  #ports(): SearchPorts {
    return {
      log: this.#log,
      eventBus: this.#bus,
      messages: { around: (actor, input) => this.#around(actor, input) },
      chats: {
        readable: ({ userId }) => Promise.resolve({ items: this.#readable(userId) }),
        directory: unused,
      },
      access: { of: unused },
      users: {
        get: unused,
        search: unused,
        lookUp: unused,
        resolve: (_, { usernames }) =>
          Promise.resolve({ items: usernames.map((name) => aUser(name)) }),
      },
    };
  }

  #readable(userId: UserId): ReadableChat[] {
    return [...this.#states].flatMap(([chatId, { kind, traits, members }]) => {
      const member = members.get(userId);
      const chat = { chatId, kind, name: traits.name };
      if (this.fence === 'log') return [{ ...chat, visibleFromSeq: 1 }];
      return member?.isMember ? [{ ...chat, visibleFromSeq: member.visibleFromSeq }] : [];
    });
  }

  async #around(actor: Actor, { slots, reach }: SlotsWanted): Promise<MessageItems> {
    const byChat = Map.groupBy(slots, ({ chatId }) => chatId);
    const read = [...byChat].map(async ([chatId, some]) => {
      const isNear = ({ seq }: Message) => some.some((slot) => Math.abs(slot.seq - seq) <= reach);
      return (await this.#read(actor, chatId)).filter(isNear);
    });
    return { items: (await Promise.all(read)).flat() };
  }

  /** All that somebody may read of a chat. */
  async #read({ userId }: Actor, chatId: ChatId): Promise<Message[]> {
    const member = this.#states.get(chatId)!.members.get(userId);
    const isFenced = this.fence !== 'scope';
    if (isFenced && !member?.isMember) return [];
    const first = isFenced ? member!.visibleFromSeq : 1;
    const { items } = await this.#log.changes(moduleActor, { chatId, afterRev: 0, limit: 100_000 });
    const visible = items.filter(({ seq }) => seq >= first);
    const own = visible.map(({ seq }) => ({ userId, chatId, seq }));
    const hidden = await this.#log.hiddenAmong(moduleActor, { items: own });
    const isHidden = new Set(hidden.items.map(({ seq }) => seq));
    return visible.map((message) => (isHidden.has(message.seq) ? hiddenCopy(message) : message));
  }
}

export const idOf = (chat: number): ChatId => ChatId.parse(`chat-${chat}`);

const inWords = ({ chatId, seq, text }: Message): string => `${chatId}:${seq} ${text}`;
const wordsOf = (message: Message | undefined): string[] => (message ? [inWords(message)] : []);

const actorOf = (name: string): Actor => ({
  userId: UserId.parse(name),
  sessionId: SessionId.parse('s'),
  role: 'member',
});
