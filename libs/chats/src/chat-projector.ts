import { ChatLogApi, problem, type ChatId, type Message } from '@app/contracts';
import { BoundedMap, chunksOf, KeyedQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ChatPlace, ChatRecord } from './chat.js';
import { ChatCommit } from './chat-commit.js';
import { ChatMemory } from './chat-memory.js';
import { ChatsRepository } from './chats.repository.js';
import { moduleActor } from './module-actor.js';
import { OfferedChanges } from './offered-changes.js';
import { placeAfter, PlainCommit, type PlainStretch } from './plain-commit.js';
import { isPlain } from './slot-projection.js';

/** Pages of 100 changes, and lost races, in one catch-up: a bound, far beyond what happens. */
const maxRounds = 100_000;

/** Askers of one chat that wait for each other: more than any chat has readers at one moment. */
const maxInLine = 10_000;

/** Chats whose places are remembered. */
const maxPlaces = 50_000;

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
  readonly #lanes = new KeyedQueue<ChatId>(maxInLine);
  readonly #offered = new OfferedChanges();
  /**
   * Where chats were when this process last read or wrote them. Another may have brought them
   * further since: good for a compare and set, for no answer.
   */
  readonly #places = new BoundedMap<ChatId, ChatPlace>(maxPlaces);

  constructor(
    private readonly chats: ChatsRepository,
    private readonly log: ChatLogApi,
    private readonly commit: ChatCommit,
    private readonly plain: PlainCommit,
    private readonly memory: ChatMemory,
  ) {}

  onModuleInit(): void {
    this.memory.repairBy((chatId) => this.current(chatId));
  }

  /** A change to be applied by `applyOffered`. How many of its chat wait now. */
  offer(message: Message): number {
    return this.#offered.offer(message);
  }

  /**
   * Brings some chats up to what was offered of them. What people said costs no read and, for all
   * chats, one write per collection; where a change is missing, is of the chat itself or mentions
   * somebody, the chat is caught up with its log, in its turn.
   */
  async applyOffered(chatIds: readonly ChatId[]): Promise<void> {
    const places = await this.#placesOf(chatIds);
    const plain: PlainStretch[] = [];
    const others: ChatId[] = chatIds.filter((chatId) => !places.has(chatId));
    for (const [chatId, place] of places) {
      this.#offered.drop(chatId, place.appliedRev);
      const stretch = this.#offered.after(chatId, place.appliedRev);
      if (stretch.hasGap || !stretch.items.every(isPlain)) others.push(chatId);
      else if (stretch.items.length > 0) plain.push({ place, stretch });
    }
    others.push(...(await this.#applyPlain(plain)));
    await this.catchUpAll(others);
  }

  /** The chat, up to its log; undefined where the log is empty. */
  current(chatId: ChatId): Promise<ChatRecord | undefined> {
    return this.#lanes.run(chatId, async () => {
      const { items } = await this.log.heads(moduleActor, { chatIds: [chatId] });
      // What another process wrote is in the facts first: heads are those that this one knows.
      const headRev = Math.max(items[0]?.headRev ?? 0, this.#offered.headRevOf(chatId));
      return this.#catchUp(chatId, headRev);
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

  /**
   * Side by side, a few at a time: each may read pages of its log. One that fails holds up no
   * other; in the end it is thrown what the first of them failed with.
   */
  async catchUpAll(chatIds: readonly ChatId[]): Promise<void> {
    const failures: unknown[] = [];
    for (const some of chunksOf(chatIds, width)) {
      const results = await Promise.allSettled(some.map((chatId) => this.current(chatId)));
      for (const result of results) if (result.status === 'rejected') failures.push(result.reason);
    }
    if (failures.length > 0) throw failures[0];
  }

  /** One read for all that are not remembered; chats that are not there yet are left out. */
  async #placesOf(chatIds: readonly ChatId[]): Promise<Map<ChatId, ChatPlace>> {
    const unknown = chatIds.filter((chatId) => !this.#places.get(chatId));
    for (const place of await this.chats.placesOf(unknown)) this.#learn(place);
    const known = chatIds.flatMap((chatId) => this.#places.get(chatId) ?? []);
    return new Map(known.map((place) => [place.id, place]));
  }

  /** Resolves with the chats that could not be moved so. */
  async #applyPlain(plain: readonly PlainStretch[]): Promise<ChatId[]> {
    const wanted = plain.map(placeAfter);
    const areThere = await this.plain.apply(plain);
    // Another process was faster, or somebody has hidden a chat: in which, the database knows.
    const places = areThere ? wanted : await this.chats.placesOf(wanted.map(({ id }) => id));
    for (const place of places) this.#reached(place);
    return wanted
      .filter(({ id, appliedRev }) => (this.#places.get(id)?.appliedRev ?? 0) < appliedRev)
      .map(({ id }) => id);
  }

  #reached(place: ChatPlace): void {
    this.#learn(place);
    this.#offered.drop(place.id, place.appliedRev);
  }

  /** An older place than the known one changes nothing. Of a whole record, the place is kept. */
  #learn({ id, appliedRev, headSeq }: ChatPlace): void {
    if ((this.#places.get(id)?.appliedRev ?? -1) >= appliedRev) return;
    this.#places.set(id, { id, appliedRev, headSeq });
  }

  async #catchUp(chatId: ChatId, headRev: number): Promise<ChatRecord | undefined> {
    let chat = await this.chats.find(chatId);
    for (let round = 0; round < maxRounds; round++) {
      const appliedRev = chat?.appliedRev ?? 0;
      if (appliedRev >= headRev) {
        if (chat) this.#reached(chat);
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
    const { items, toRev } = this.#offered.after(chatId, appliedRev);
    if (toRev >= headRev) return { items, toRev };
    const query = { chatId, afterRev: appliedRev, limit: 100 };
    const page = await this.log.changes(moduleActor, query);
    return { items: page.items, toRev: page.page.toRev };
  }
}
