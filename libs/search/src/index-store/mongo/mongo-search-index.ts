import type { ChatId } from '@app/contracts';
import { BoundedMap, chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { bestScore, FirstHits } from '../hits.js';
import type {
  HitPlace,
  IndexAnswer,
  IndexQuery,
  IndexStep,
  SearchIndex,
  SearchScope,
} from '../search-index.js';
import { nextChat, sealedChat, windowsOf, type TimedWindow } from './indexed-chat.js';
import { placesUpTo } from './places.js';
import { SearchChatsRepository, type SearchChat } from './search-chats.repository.js';
import { placesAtOnce, SearchPlacesRepository } from './search-places.repository.js';
import { decodeTimes, encodeSegment, emptySegment } from './segment.js';
import { TailSeal } from './tail-seal.js';
import { placesOf, scoresOf, WindowReader } from './window-reader.js';

/** Lost races in one step: each means that somebody else came further. */
const maxRounds = 100;

/** Windows that one page by time looks through; more only where so many are of one time. */
const mostWindows = 2000;

/** Chats whose tails are remembered, as this process has written them: some megabytes. */
const maxRemembered = 500;

/** A chat with what its tail says of itself. */
interface LookedAt {
  readonly chat: SearchChat;
  readonly scope: SearchScope;
  readonly times: ReadonlyMap<number, number>;
}

/** The `SearchIndex` in MongoDB, of any engine: point reads by id, and no index but that. */
@Injectable()
export class MongoSearchIndex implements SearchIndex {
  /** Good for a compare and set: another process may have come further. None of them is sealing. */
  readonly #written = new BoundedMap<ChatId, SearchChat>(maxRemembered);

  constructor(
    private readonly chats: SearchChatsRepository,
    private readonly places: SearchPlacesRepository,
    private readonly seal: TailSeal,
    private readonly reader: WindowReader,
  ) {}

  revsOf(chatIds: readonly ChatId[]): Promise<ReadonlyMap<ChatId, number>> {
    return this.chats.revsOf(chatIds);
  }

  async apply(step: IndexStep): Promise<boolean> {
    for (let round = 0; round < maxRounds; round++) {
      const known = this.#written.get(step.chatId);
      // Until it is written, or if it is not.
      this.#written.delete(step.chatId);
      const chat = known ?? (await this.#settled(step.chatId));
      if (known && known.rev !== step.fromRev) continue;
      if ((chat?.rev ?? 0) !== step.fromRev) return false;
      const next = nextChat(chat, step);
      if (!(await this.chats.replace(next))) continue;
      // Whoever comes next finishes what a crash leaves here.
      const after = next.isSealing ? await this.#finish(next) : next;
      if (after) this.#written.set(after.id, after);
      return true;
    }
    return false;
  }

  async find(query: IndexQuery): Promise<IndexAnswer> {
    const first = new FirstHits(query);
    const windows: TimedWindow[] = [];
    for (const some of chunksOf(query.scopes, placesAtOnce)) {
      const looked = await this.#lookAt(some);
      for (const one of looked) first.offer(hitsOfTail(one, query));
      windows.push(...looked.flatMap(({ chat, scope, times }) => windowsOf(chat, scope, times)));
    }
    const wanted = windows.filter((window) => isWanted(window, query));
    return this.#lookThrough(
      wanted.sort((one, two) => two.toMs - one.toMs),
      first,
      query,
    );
  }

  async forget(chatId: ChatId, toRev: number): Promise<void> {
    this.#written.delete(chatId);
    for (let round = 0; round < maxRounds; round++) {
      const chat = await this.#settled(chatId);
      const empty = {
        id: chatId,
        rev: Math.max(toRev, chat?.rev ?? 0),
        version: (chat?.version ?? 0) + 1,
        sealedSeq: 0,
        isSealing: false,
        spans: [],
        tail: encodeSegment(emptySegment()),
      };
      // The places first: who is killed between the two finds the chat as it was, and them again.
      const ids = [...placesUpTo(chatId, chat?.sealedSeq ?? 0)];
      for (const some of chunksOf(ids, placesAtOnce)) await this.places.remove(some);
      if (await this.chats.replace(empty)) return;
    }
  }

  /** Back in time, a number of windows at once, until nothing older can be on the page. */
  async #lookThrough(
    windows: readonly TimedWindow[],
    first: FirstHits,
    query: IndexQuery,
  ): Promise<IndexAnswer> {
    const atOnce = WindowReader.windowsAtOnce(query);
    // A first look at few, then at more: what is common is met early.
    for (let at = 0, size = 1; at < windows.length; size = Math.min(4 * size, atOnce)) {
      const bound = boundOf(windows[at]!, query);
      if (first.isFullBefore(bound)) return first.answer();
      if (at >= mostWindows && mayEnd(bound, query)) return first.answerBefore(bound);
      const some = windows.slice(at, at + size);
      first.offer(await this.reader.hitsIn(some, query));
      at += some.length;
    }
    return first.answer();
  }

  async #lookAt(scopes: readonly SearchScope[]): Promise<LookedAt[]> {
    const byId = new Map(scopes.map((scope) => [scope.chatId, scope]));
    const chats = await this.chats.find([...byId.keys()]);
    return chats.map((chat) => ({
      chat,
      scope: byId.get(chat.id)!,
      times: decodeTimes(chat.tail),
    }));
  }

  /** The chat with nothing half done; undefined where it is not known. */
  async #settled(chatId: ChatId): Promise<SearchChat | undefined> {
    const [chat] = await this.chats.find([chatId]);
    return chat?.isSealing ? this.#finish(chat) : chat;
  }

  async #finish(chat: SearchChat): Promise<SearchChat | undefined> {
    const sealed = sealedChat(chat);
    const isDone = (await this.seal.write(chat)) && (await this.chats.replace(sealed));
    return isDone ? sealed : this.#settled(chat.id);
  }
}

function hitsOfTail({ chat, scope, times }: LookedAt, query: IndexQuery): HitPlace[] {
  const scores = scoresOf(query, () => chat.tail);
  for (const seq of scores.keys()) if (seq < scope.fromSeq) scores.delete(seq);
  return placesOf(chat.id, scores, times, query);
}

/** By time alone, what was sent behind the cursor is on no later page. */
function isWanted({ fromMs, toMs }: TimedWindow, query: IndexQuery): boolean {
  const isBehind =
    query.order === 'best' || query.after === undefined || fromMs <= query.after.atMs;
  return isBehind && toMs >= query.fromMs && fromMs < query.toMs;
}

/** By how well hits fit, a page has them all; by time, it ends further back than it began. */
const mayEnd = (bound: HitPlace, { order, after }: IndexQuery): boolean =>
  order === 'newest' && (after === undefined || bound.atMs < after.atMs);

/** Comes before every hit that this window, or one behind it, may have. */
function boundOf({ toMs }: TimedWindow, query: IndexQuery): HitPlace {
  const score = bestScore(query);
  return { score, atMs: toMs, chatId: '\uffff' as ChatId, seq: Number.MAX_SAFE_INTEGER };
}
