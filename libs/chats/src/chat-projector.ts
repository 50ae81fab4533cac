import { ChatLogApi, problem, type ChatId, type Message } from '@app/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatCommit } from './chat-commit.js';
import { ChatMemory } from './chat-memory.js';
import { ChatsRepository } from './chats.repository.js';
import { chunksOf } from './chunks.js';
import { KeyedQueue } from './keyed-queue.js';
import { moduleActor } from './module-actor.js';

/** Messages kept per chat between a fact and the catch-up that uses it. */
const maxOffered = 512;

/** Pages of 100 changes, and lost races, in one catch-up: a bound, far beyond what happens. */
const maxRounds = 100_000;

/** Chats that are caught up side by side. */
const width = 8;

/**
 * Keeps what is derived of a chat (record, memberships, quiet slots, mentions) up to its log. It
 * happens soon after each change, off the send path, and before any answer about a chat that is
 * behind: a crash between a change and its effect is repaired by the next one who looks.
 *
 * Every step is a compare and set on `appliedRev`, so any number of processes may do it at once.
 */
@Injectable()
export class ChatProjector implements OnModuleInit {
  readonly #lanes = new KeyedQueue<ChatId>();
  /** `Map<ChatId, Map<rev, message>>`: changes that we were told of, to spare reading the log. */
  readonly #offered = new Map<ChatId, Map<number, Message>>();

  constructor(
    private readonly chats: ChatsRepository,
    private readonly log: ChatLogApi,
    private readonly commit: ChatCommit,
    private readonly memory: ChatMemory,
  ) {}

  onModuleInit(): void {
    this.memory.repairBy((chatId) => this.current(chatId));
  }

  /** A change that will be applied by the next catch-up. */
  offer(message: Message): void {
    const offered = this.#offered.get(message.chatId) ?? new Map<number, Message>();
    if (offered.size < maxOffered) offered.set(message.rev, message);
    this.#offered.set(message.chatId, offered);
  }

  /** The chat, up to its log; undefined where the log is empty. */
  current(chatId: ChatId): Promise<ChatRecord | undefined> {
    return this.#lanes.run(chatId, async () => {
      const { items } = await this.log.heads(moduleActor, { chatIds: [chatId] });
      return this.#catchUp(chatId, items[0]?.headRev ?? 0);
    });
  }

  /** Of some chats, those that are behind their logs are caught up. Resolves with their ids. */
  async refresh(chats: readonly Pick<ChatRecord, 'id' | 'appliedRev'>[]): Promise<ChatId[]> {
    const behind: ChatId[] = [];
    for (const some of chunksOf(chats, 500)) {
      const { items } = await this.log.heads(moduleActor, { chatIds: some.map(({ id }) => id) });
      const heads = new Map(items.map(({ chatId, headRev }) => [chatId, headRev]));
      behind.push(...some.filter((c) => (heads.get(c.id) ?? 0) > c.appliedRev).map(({ id }) => id));
    }
    await this.catchUpAll(behind);
    return behind;
  }

  /** Side by side, a few at a time: each may read pages of its log. */
  async catchUpAll(chatIds: readonly ChatId[]): Promise<void> {
    for (const some of chunksOf(chatIds, width))
      await Promise.all(some.map((chatId) => this.current(chatId)));
  }

  async #catchUp(chatId: ChatId, headRev: number): Promise<ChatRecord | undefined> {
    let chat = await this.chats.find(chatId);
    for (let round = 0; round < maxRounds; round++) {
      const appliedRev = chat?.appliedRev ?? 0;
      if (appliedRev >= headRev) {
        this.#offered.delete(chatId);
        return chat;
      }
      const { items, toRev } = await this.#next(chatId, appliedRev, headRev);
      const applied = await this.commit.apply(chatId, chat, items, toRev);
      // Another process was faster: go on from where it is.
      chat = applied ?? (await this.chats.find(chatId));
    }
    throw problem('service_unavailable', { service: 'chats' });
  }

  /** What follows `appliedRev`: as offered, where nothing is missing, or else a page of the log. */
  async #next(
    chatId: ChatId,
    appliedRev: number,
    headRev: number,
  ): Promise<{ items: readonly Message[]; toRev: number }> {
    const offered = this.#offered.get(chatId);
    const items: Message[] = [];
    for (let rev = appliedRev + 1; rev <= headRev; rev++) {
      const message = offered?.get(rev);
      if (!message) break;
      items.push(message);
    }
    if (appliedRev + items.length === headRev) return { items, toRev: headRev };
    const query = { chatId, afterRev: appliedRev, limit: 100 };
    const page = await this.log.changes(moduleActor, query);
    return { items: page.items, toRev: page.page.toRev };
  }
}
