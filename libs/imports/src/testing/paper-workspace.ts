import {
  problem,
  type Account,
  type AccountPage,
  type AccountsApi,
  type Actor,
  type BeginImportedChat,
  type ChatId,
  type Done,
  type EnterImportedChat,
  type FileId,
  type FilesApi,
  type ImportedChatsApi,
  type ImportedMessage,
  type ImportedMessagesApi,
  type ImportMessages,
  type LeaveImportedChat,
  type Placeholder,
  type UserId,
} from '@app/contracts';

/** A chat as others see it once an import has gone through. */
export interface PaperChat {
  readonly begun: BeginImportedChat;
  readonly messages: ImportedMessage[];
  members: UserId[];
  owner: UserId;
}

/** A process died here: what was asked for may have been done. */
export class Died extends Error {}

/**
 * All that an import writes to, in memory, and idempotent as the real ones are. `dieAt`: so many
 * writes from now on the process dies, before or after the write.
 */
export class PaperWorkspace {
  readonly chats = new Map<ChatId, PaperChat>();
  readonly placeholders = new Map<UserId, Placeholder>();
  readonly files = new Map<FileId, string>();
  readonly accounts: Pick<Account, 'id' | 'username' | 'email' | 'role'>[] = [];
  /** Slugs that other chats have. */
  readonly taken = new Set<string>();
  readonly deleted = new Set<ChatId>();
  writes = 0;
  #deathAt = Infinity;

  dieAt(write: number): void {
    this.#deathAt = this.writes + write;
  }

  live(): void {
    this.#deathAt = Infinity;
  }

  /** The ports, as the module asks for them. */
  readonly accountsApi = {
    list: (): Promise<AccountPage> =>
      Promise.resolve({
        items: this.accounts as Account[],
        page: { nextCursor: null, hasMore: false },
      } as unknown as AccountPage),
    makePlaceholder: (_: Actor, placeholder: Placeholder) =>
      this.#write(() => {
        const isTaken = [...this.placeholders.values()].some(
          ({ userId, username }) =>
            username === placeholder.username && userId !== placeholder.userId,
        );
        if (isTaken) throw problem('conflict', { field: 'username' });
        if (!this.placeholders.has(placeholder.userId))
          this.placeholders.set(placeholder.userId, placeholder);
      }),
  } as unknown as AccountsApi;

  readonly chatsApi: ImportedChatsApi = {
    begin: ({ userId }: Actor, begun: BeginImportedChat) =>
      this.#write(() => {
        if (this.deleted.has(begun.chatId)) throw problem('gone');
        if (this.chats.has(begun.chatId)) return;
        const slug = begun.traits.slug ?? '';
        const others = [...this.chats.values()].map((chat) => chat.begun.traits.slug);
        if (this.taken.has(slug) || (slug !== '' && others.includes(slug)))
          throw problem('conflict', { field: 'slug' });
        this.chats.set(begun.chatId, { begun, messages: [], members: [userId], owner: userId });
      }),
    enter: (_: Actor, { chatId, userIds }: EnterImportedChat) =>
      this.#write(() => {
        const chat = this.chats.get(chatId)!;
        chat.members = [...new Set([...chat.members, ...userIds])];
      }),
    leave: ({ userId }: Actor, { chatId, toUserId }: LeaveImportedChat) =>
      this.#write(() => {
        const chat = this.chats.get(chatId)!;
        if (chat.owner === userId) chat.owner = toUserId;
        chat.members = chat.members.filter((member) => member !== userId);
      }),
  };

  readonly messagesApi: { store: ImportedMessagesApi['store'] } = {
    store: (_: Actor, { chatId, items }: ImportMessages) =>
      this.#write(() => {
        const { messages } = this.chats.get(chatId)!;
        const keyOf = (one: ImportedMessage) => `${one.senderId} ${one.clientMsgId}`;
        const known = new Set(messages.map(keyOf));
        messages.push(...items.filter((item) => !known.has(keyOf(item))));
      }),
  };

  readonly filesApi = {
    meta: (_: Actor, { fileId }: { fileId: FileId }) =>
      this.files.has(fileId) ? Promise.resolve({}) : Promise.reject(problem('not_found')),
  } as unknown as FilesApi;

  keepFile(id: FileId, content: string): Promise<Done> {
    return this.#write(() => {
      this.files.set(id, content);
    });
  }

  /** Dies before every second deadly write, and after the others. */
  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async #write(work: () => void): Promise<Done> {
    this.writes++;
    const isDeadly = this.writes >= this.#deathAt;
    if (isDeadly && this.writes % 2 === 0) throw new Died();
    work();
    if (isDeadly) throw new Died();
    return {};
  }
}
