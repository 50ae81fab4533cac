import { ChatLogApi, problem, type ChatId, type Message } from '@app/contracts';
import { BoundedMap, chunksOf, KeyedQueue } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SearchIndex, type IndexEntry } from '../index-store/search-index.js';
import { termsOf } from '../query/terms.js';
import { moduleActor } from './module-actor.js';
import { OfferedMessages } from './offered-messages.js';

/** Changes in one step: as many as the log gives at once. */
const stepSize = 100;

/** Steps, and lost races, in one catch-up: a bound, far beyond what happens. */
const maxRounds = 1_000_000;

/** Who wants the same chat caught up and waits for it. */
const maxInLine = 10_000;

/** Chats whose rev is remembered. */
const maxKnown = 50_000;

/** Chats of which the ends are asked for at once. */
const headsAtOnce = 500;

/**
 * Brings the index up to the logs of chats: from what facts have told, and from the log itself
 * where one of them is missing, after a crash or a loss. How far a chat has come is in the index,
 * written with what was found: so nothing is done twice, and nothing is left out.
 */
@Injectable()
export class ChatIndexer {
  readonly #lanes = new KeyedQueue<ChatId>(maxInLine);
  readonly #offered = new OfferedMessages();
  /** Where chats were when this process last looked; another may have brought them further. */
  readonly #known = new BoundedMap<ChatId, number>(maxKnown);

  constructor(
    private readonly log: ChatLogApi,
    private readonly index: SearchIndex,
  ) {}

  /** Changes that facts have told of and that are not in the index yet. */
  get waitingCount(): number {
    return this.#offered.count;
  }

  /** A change, to be put in by the next `catchUp` of its chat. */
  offer(message: Message): void {
    this.#offered.offer(message);
  }

  /** Those of some chats of which the index lacks something, as far as this process knows. */
  async behindAmong(chatIds: readonly ChatId[]): Promise<ChatId[]> {
    const behind: ChatId[] = [];
    for (const some of chunksOf(chatIds, headsAtOnce)) {
      const { items } = await this.log.heads(moduleActor, { chatIds: some });
      const ahead = items.filter((head) => head.headRev > (this.#known.get(head.chatId) ?? 0));
      await this.#learn(ahead.map(({ chatId }) => chatId));
      behind.push(
        ...ahead
          .filter(({ chatId, headRev }) => headRev > (this.#known.get(chatId) ?? 0))
          .map(({ chatId }) => chatId),
      );
    }
    return behind;
  }

  /** Puts in all that the log of a chat has now. */
  catchUp(chatId: ChatId): Promise<void> {
    return this.#lanes.run(chatId, async () => {
      const { items } = await this.log.heads(moduleActor, { chatIds: [chatId] });
      const headRev = Math.max(items[0]?.headRev ?? 0, this.#offered.headRevOf(chatId));
      for (let round = 0; round < maxRounds; round++) {
        const rev = await this.#revOf(chatId);
        this.#offered.drop(chatId, rev);
        if (rev >= headRev) return;
        await this.#step(chatId, rev);
      }
    });
  }

  /** Takes these slots out, as they were emptied: no rev tells of that. Again is harmless. */
  async drop(chatId: ChatId, fromSeq: number, toSeq: number): Promise<void> {
    for (let at = fromSeq; at <= toSeq; at += stepSize) {
      const length = Math.min(stepSize, toSeq + 1 - at);
      const entries = Array.from({ length }, (_, i) => ({ seq: at + i, atMs: 0, terms: [] }));
      for (let round = 0; !(await this.#dropSome(chatId, entries)); round++)
        if (round >= maxRounds) throw problem('service_unavailable', { service: 'search' });
    }
  }

  /** False: another process was faster. */
  async #dropSome(chatId: ChatId, entries: readonly IndexEntry[]): Promise<boolean> {
    // What is said of them later than this is of the emptied slots.
    await this.catchUp(chatId);
    return this.#lanes.run(chatId, async () => {
      const rev = await this.#revOf(chatId);
      const isDone = await this.index.apply({ chatId, fromRev: rev, toRev: rev, entries });
      if (!isDone) this.#known.delete(chatId);
      return isDone;
    });
  }

  async #step(chatId: ChatId, fromRev: number): Promise<void> {
    const { messages, toRev } = await this.#next(chatId, fromRev);
    if (messages.some(({ system }) => system?.type === 'chat_deleted')) {
      await this.index.forget(chatId, toRev);
      this.#known.set(chatId, toRev);
      return;
    }
    const isDone = await this.index.apply({ chatId, fromRev, toRev, entries: entriesOf(messages) });
    // Another process was faster: go on from where it is.
    if (isDone) this.#known.set(chatId, toRev);
    else this.#known.delete(chatId);
  }

  /** What follows `rev`: as facts told it where none is missing, or else a page of the log. */
  async #next(
    chatId: ChatId,
    rev: number,
  ): Promise<{ readonly messages: readonly Message[]; readonly toRev: number }> {
    const offered = this.#offered.after(chatId, rev, stepSize);
    if (offered.length > 0) return { messages: offered, toRev: rev + offered.length };
    const query = { chatId, afterRev: rev, limit: stepSize };
    const { items, page } = await this.log.changes(moduleActor, query);
    // Its node lags behind what was told of the log: later.
    if (page.toRev === rev) throw problem('service_unavailable', { service: 'messages' });
    return { messages: items, toRev: page.toRev };
  }

  async #revOf(chatId: ChatId): Promise<number> {
    if (this.#known.get(chatId) === undefined) await this.#learn([chatId]);
    return this.#known.get(chatId)!;
  }

  async #learn(chatIds: readonly ChatId[]): Promise<void> {
    if (chatIds.length === 0) return;
    const revs = await this.index.revsOf(chatIds);
    for (const chatId of chatIds) this.#known.set(chatId, revs.get(chatId) ?? 0);
  }
}

/** The newest state of each slot. */
function entriesOf(messages: readonly Message[]): IndexEntry[] {
  const newest = new Map<number, Message>();
  for (const message of messages) {
    const known = newest.get(message.seq);
    if (!known || known.rev < message.rev) newest.set(message.seq, message);
  }
  return [...newest.values()].map((message) => ({
    seq: message.seq,
    atMs: Date.parse(message.createdAt),
    terms: termsOf(message),
  }));
}
