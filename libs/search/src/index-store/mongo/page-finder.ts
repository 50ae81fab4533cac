import type { ChatId } from '@app/contracts';
import { aboveAll, chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { bestScore, FirstHits } from '../hits.js';
import type { HitPlace, IndexAnswer, IndexQuery, SearchScope } from '../search-index.js';
import { windowsOf, type TimedWindow } from './indexed-chat.js';
import { KnownChats } from './known-chats.js';
import { chatsAtOnce, SearchChatsRepository, type SearchChat } from './search-chats.repository.js';
import type { Span } from './spans.js';
import { Tail } from './tail.js';
import { placesOf, scoresOf, WindowReader } from './window-reader.js';

/** Chats and windows that one page looks into; more only where so many are of one time. */
const mostLooks = 2000;

/** So few chats are read at once, without a look at which of them may be left out. */
const fewChats = 4;

/** Chats of the first round, of which one window is looked into then. */
const firstChats = 4;

/** Each round looks into so many times what all before it have looked into. */
const growth = 3;

/** A chat that was not read yet. `version`: undefined where nobody has asked. */
interface WaitingChat extends Span {
  readonly scope: SearchScope;
  readonly version?: number;
}

/**
 * Finds one page from the newest back: chats, then their windows, more at once with each round,
 * until nothing that is left can be on the page. So what is common costs next to nothing, however
 * many chats there are, and however long they are.
 */
@Injectable()
export class PageFinder {
  constructor(
    private readonly chats: SearchChatsRepository,
    private readonly known: KnownChats,
    private readonly reader: WindowReader,
  ) {}

  async find(query: IndexQuery): Promise<IndexAnswer> {
    const first = new FirstHits(query);
    const chats = await this.#waiting(query);
    const windows: TimedWindow[] = [];
    const seen = { chats: 0, windows: 0 };
    while (chats.length + windows.length > 0) {
      const bound = boundOf(newestOf(chats, windows), query);
      if (first.isFullBefore(bound)) return first.answer();
      if (seen.chats + seen.windows >= mostLooks) {
        if (query.order === 'best') return first.answer();
        if (mayEnd(bound, query)) return first.answerBefore(bound);
      }
      const [someChats, someWindows] = takeNewest(chats, windows, {
        chats: Math.min(Math.max(firstChats, growth * seen.chats), chatsAtOnce),
        windows: Math.min(Math.max(1, growth * seen.windows), WindowReader.windowsAtOnce(query)),
      });
      seen.chats += someChats.length;
      seen.windows += someWindows.length;
      const [read, hits] = await Promise.all([
        this.#read(someChats),
        this.reader.hitsIn(someWindows, query),
      ]);
      first.offer(hits);
      for (const [chat, scope] of read) {
        const tail = new Tail(chat.tail);
        first.offer(hitsOfTail(chat.id, tail, scope, query));
        windows.push(...windowsOf(chat, scope, tail).filter((one) => isWanted(one, query)));
      }
      windows.sort(newestFirst);
    }
    return first.answer();
  }

  /** Those that may have something, the newest first. */
  async #waiting(query: IndexQuery): Promise<WaitingChat[]> {
    const { scopes } = query;
    if (scopes.length <= fewChats) return scopes.map((scope) => ({ scope, ...always }));
    const waiting: WaitingChat[] = [];
    for (const some of chunksOf(scopes, chatsAtOnce)) {
      const scopeOf = new Map(some.map((scope) => [scope.chatId, scope]));
      for (const { id, ...outline } of await this.chats.outlines([...scopeOf.keys()]))
        waiting.push({ scope: scopeOf.get(id)!, ...outline });
    }
    return waiting.filter((chat) => isWanted(chat, query)).sort(newestFirst);
  }

  /** From memory where nobody has come further. */
  async #read(waiting: readonly WaitingChat[]): Promise<(readonly [SearchChat, SearchScope])[]> {
    const scopeOf = new Map(waiting.map(({ scope }) => [scope.chatId, scope]));
    const known = waiting.flatMap(({ scope, version }) => {
      const chat = this.known.get(scope.chatId);
      return chat && chat.version === version ? [chat] : [];
    });
    const isKnown = new Set(known.map(({ id }) => id));
    const missing = [...scopeOf.keys()].filter((chatId) => !isKnown.has(chatId));
    const read = missing.length > 0 ? await this.chats.find(missing) : [];
    for (const chat of read) this.known.set(chat);
    return [...known, ...read].map((chat) => [chat, scopeOf.get(chat.id)!]);
  }
}

const always: Span = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

function hitsOfTail(
  chatId: ChatId,
  tail: Tail,
  { fromSeq }: SearchScope,
  query: IndexQuery,
): HitPlace[] {
  const scores = scoresOf(query, () => tail.bytes);
  for (const seq of scores.keys()) if (seq < fromSeq) scores.delete(seq);
  return scores.size > 0 ? placesOf(chatId, scores, tail.times, query) : [];
}

/** By time alone, what was sent behind the cursor is on no later page. */
function isWanted({ fromMs, toMs }: Span, query: IndexQuery): boolean {
  const isBehind =
    query.order === 'best' || query.after === undefined || fromMs <= query.after.atMs;
  return isBehind && toMs >= query.fromMs && fromMs < query.toMs;
}

/** By how well hits fit, a page has them all; by time, it ends further back than it began. */
const mayEnd = (bound: HitPlace, { after }: IndexQuery): boolean =>
  after === undefined || bound.atMs < after.atMs;

/** Comes before every hit of this time or before it. */
function boundOf(toMs: number, query: IndexQuery): HitPlace {
  const score = bestScore(query);
  return { score, atMs: toMs, chatId: aboveAll as ChatId, seq: Number.MAX_SAFE_INTEGER };
}

const newestFirst = (one: Span, two: Span) => two.toMs - one.toMs;

const newestOf = (...lists: readonly (readonly Span[])[]): number =>
  Math.max(...lists.map(([newest]) => newest?.toMs ?? 0));

/** Takes the newest out of both lists, until there would be too many of one. */
function takeNewest(
  chats: WaitingChat[],
  windows: TimedWindow[],
  most: { readonly chats: number; readonly windows: number },
): readonly [WaitingChat[], TimedWindow[]] {
  let [i, j] = [0, 0];
  while (i < chats.length || j < windows.length) {
    const isChat = (chats[i]?.toMs ?? -1) >= (windows[j]?.toMs ?? -1);
    if (isChat ? i === most.chats : j === most.windows) break;
    if (isChat) i++;
    else j++;
  }
  return [chats.splice(0, i), windows.splice(0, j)];
}
