import {
  problem,
  type Actor,
  type CallsApi,
  type ChatFilePage,
  type ChatId,
  type ChatsApi,
  type FileInfo,
  type ListChatFiles,
  type ListMessages,
  type MembersApi,
  type Message,
  type MessagePage,
  type MessagesApi,
  type UserId,
  type UsersApi,
} from '@app/contracts';
import { aChat, aMessage, aUser } from '@app/contracts/testing';

const page = { nextCursor: null, hasMore: false };

/** What was said in which chat, as a test says it: stands in for the modules that keep it. */
export class PaperPast {
  readonly said = new Map<ChatId, Message[]>();
  readonly held = new Map<ChatId, FileInfo[]>();
  /** Who is no member of any chat, although they have just been told of it. */
  readonly putOut = new Set<UserId>();
  /** Asked for messages, they do this first. */
  before: () => void = () => undefined;

  readonly users: Pick<UsersApi, 'blocked'> = {
    blocked: () => Promise.resolve({ items: [aUser('troll')] }),
  };

  readonly chats: Pick<ChatsApi, 'readable' | 'get'> = {
    readable: () => {
      const readable = { kind: 'group', name: 'a group', visibleFromSeq: 1 } as const;
      return Promise.resolve({
        items: [...this.said.keys()].map((chatId) => ({ chatId, ...readable })),
      });
    },
    get: (_, { chatId }) => Promise.resolve(aChat({ id: chatId })),
  };

  readonly members: Pick<MembersApi, 'list'> = {
    list: () => {
      const joinedAt = '2026-01-01T00:00:00.000Z';
      const member = { user: aUser('ben'), role: 'member', joinedAt, lastReadSeq: 2 } as const;
      return Promise.resolve({ items: [member], page });
    },
  };

  readonly messages: Pick<MessagesApi, 'list' | 'files'> = {
    list: (actor, window) => this.#list(actor, window),
    files: (_, input) => Promise.resolve(this.#files(input)),
  };

  readonly calls: Pick<CallsApi, 'list'> = {
    list: () => Promise.resolve({ items: [], page }),
  };

  /** So many messages, and these files. */
  happened(chatId: ChatId, count: number, ...files: readonly FileInfo[]): void {
    const messages = Array.from({ length: count }, (_, n) => aMessage({ chatId, seq: n + 1 }));
    this.said.set(chatId, messages);
    this.held.set(chatId, [...files]);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async #list(
    { userId }: Actor,
    { chatId, afterSeq = 0, limit }: ListMessages,
  ): Promise<MessagePage> {
    this.before();
    if (this.putOut.has(userId)) throw problem('not_member', { chatId });
    const all = this.said.get(chatId)!;
    const items = all.slice(afterSeq, afterSeq + limit);
    const [firstSeq, lastSeq] = [items[0]?.seq ?? 0, items.at(-1)?.seq ?? 0];
    const hasMore = items.length > 0 && lastSeq < all.length;
    const head = { headSeq: all.length, headRev: all.length, visibleFromSeq: 1 };
    return { items, page: { nextCursor: null, hasMore, firstSeq, lastSeq, ...head } };
  }

  #files({ chatId }: ListChatFiles): ChatFilePage {
    const items = this.held.get(chatId)!.map(({ id, name, mime, size }, n) => {
      const { id: messageId, senderId, createdAt } = aMessage({ chatId, seq: n + 1 });
      const file = { id, name, mime, size };
      return { file, kind: 'other', messageId, seq: n + 1, senderId, createdAt } as const;
    });
    return { items, page };
  }
}
