import { adoptChat, adoptChatList, adoptSync, applyEvent, syncPlan } from '@app/chat-state';
import type { Chat, ChatId, SyncItem } from '@app/contracts';
import { isLineProblem } from '@app/web-session';
import type { ChatArchive } from './chat-archive';
import type { ChatConnection, ConnectionNews, Stop, Told } from './chat-connection';
import type { ChatMemory } from './chat-memory';
import { ChatRepair } from './chat-repair';
import { Persistence } from './persistence';

export interface SyncDeps {
  readonly connection: ChatConnection;
  readonly archive: ChatArchive;
  readonly memory: ChatMemory;
  readonly random: () => number;
}

/**
 * Keeps what is known equal to what the server has. It listens before it asks, and there is one way
 * to recover from whatever happened: after each `ready` compare all revs (`/api/sync`), then fetch
 * the changes of what is behind. A gap in live events is the same for one chat.
 */
export class SyncEngine {
  private readonly repairs: ChatRepair;
  private readonly persistence: Persistence;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  private whenListed: () => void = () => undefined;

  constructor(private readonly deps: SyncDeps) {
    this.persistence = new Persistence(deps.random);
    this.repairs = new ChatRepair(deps, this.persistence);
  }

  /** Takes part in the connection's news from now on. */
  start(): Stop {
    return this.deps.connection.listen((news) => this.take(news));
  }

  /** Calls back when the chat list was fetched for the first time. */
  onListed(listener: () => void): void {
    this.whenListed = listener;
  }

  /** The newest page of a chat that is to be shown, unless it is there. */
  load(chatId: ChatId): Promise<void> {
    return this.repairs.load(chatId);
  }

  /** Something beside the news may have left a gap in this chat: it is closed like any other. */
  watch(chatId: ChatId): void {
    this.repairs.watch(chatId);
  }

  /** Closes what gap a chat has by now. Never rejects: the next `ready` begins it anew. */
  catchUp(chatId: ChatId): Promise<void> {
    return this.repairs.repair(chatId);
  }

  /** Tries until it succeeds, as long as there is a line. Rejects as `Persistence.until` does. */
  persist<T>(attempt: () => Promise<T>): Promise<T> {
    return this.persistence.until(attempt);
  }

  /** A chat that the server has just answered with. */
  adopt(chat: Chat): void {
    this.deps.memory.change((state) => adoptChat(state, chat));
    this.repairs.watch(chat.id);
  }

  private take(news: ConnectionNews): void {
    switch (news.kind) {
      case 'ready':
        this.persistence.resume();
        return void this.sync();
      case 'lost': {
        this.persistence.pause();
        return;
      }
      case 'event': {
        this.apply(news);
        return;
      }
    }
  }

  private apply({ name, event }: Told): void {
    this.deps.memory.change((state) => applyEvent(state, name, event));
    const chatId = 'chatId' in event ? event.chatId : null;
    if (chatId) this.repairs.watch(chatId);
  }

  /** One at a time; asked for meanwhile, it runs once more. */
  private sync(): Promise<void> {
    if (this.running) this.isAskedAgain = true;
    this.running ??= this.syncAll().finally(() => {
      this.running = null;
      if (this.isAskedAgain) void this.sync();
    });
    return this.running;
  }

  private async syncAll(): Promise<void> {
    this.isAskedAgain = false;
    try {
      await this.persistence.until(() => this.compare());
      this.whenListed();
    } catch (error) {
      // ConnectionLost: the next `ready` begins anew. A refusal that lasts: nothing to compare
      // with; the chats that are known go on by themselves.
      if (!isLineProblem(error)) throw error;
    }
  }

  private async compare(): Promise<void> {
    const { archive, memory } = this.deps;
    const asked = memory.state();
    const items = await everyItem<SyncItem>((cursor) => archive.sync(cursor));
    const plan = syncPlan(memory.state(), items, asked);
    memory.change((state) => adoptSync(state, items, asked));
    const open = plan.behind.map((chatId) => this.repairs.repair(chatId));
    open.push(...plan.ahead.map((chatId) => this.repairs.doubt(chatId)));
    await this.fetchRows(new Set([...plan.unknown, ...plan.moved]));
    await Promise.all(open);
  }

  /** Chats whose row is old or missing. Those that went on are the first of the list. */
  private async fetchRows(wanted: Set<ChatId>): Promise<void> {
    const { archive, memory } = this.deps;
    let cursor: string | undefined;
    while (wanted.size > 0) {
      const { items, page } = await archive.chats(cursor);
      memory.change((state) => adoptChatList(state, items));
      for (const { id } of items) wanted.delete(id);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    for (const chatId of wanted) await this.repairs.discover(chatId);
  }
}

async function everyItem<T>(
  fetch: (cursor?: string) => Promise<{ items: T[]; page: { nextCursor: string | null } }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, page } = await fetch(cursor);
    all.push(...items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
