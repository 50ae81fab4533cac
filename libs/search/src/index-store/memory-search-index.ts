import type { ChatId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { bestScore, FirstHits, qualityOf } from './hits.js';
import type {
  HitPlace,
  IndexAnswer,
  IndexEntry,
  IndexQuery,
  IndexStep,
  SearchIndex,
  SearchScope,
  Term,
} from './search-index.js';

interface KnownChat {
  rev: number;
  readonly entries: Map<number, IndexEntry>;
}

/** A `SearchIndex` that looks at every entry: for tests, and as what the others are held to. */
@Injectable()
export class MemorySearchIndex implements SearchIndex {
  readonly #chats = new Map<ChatId, KnownChat>();

  revsOf(chatIds: readonly ChatId[]): Promise<ReadonlyMap<ChatId, number>> {
    const known = chatIds.flatMap((chatId): [ChatId, number][] => {
      const chat = this.#chats.get(chatId);
      return chat ? [[chatId, chat.rev]] : [];
    });
    return Promise.resolve(new Map(known));
  }

  apply({ chatId, fromRev, toRev, entries }: IndexStep): Promise<boolean> {
    const chat = this.#chats.get(chatId) ?? { rev: 0, entries: new Map<number, IndexEntry>() };
    if (chat.rev !== fromRev) return Promise.resolve(false);
    chat.rev = toRev;
    for (const entry of entries) {
      if (entry.terms.length > 0) chat.entries.set(entry.seq, entry);
      else chat.entries.delete(entry.seq);
    }
    this.#chats.set(chatId, chat);
    return Promise.resolve(true);
  }

  find(query: IndexQuery): Promise<IndexAnswer> {
    const first = new FirstHits(query);
    for (const scope of query.scopes) first.offer(this.#hitsIn(scope, query));
    return Promise.resolve(first.answer());
  }

  forget(chatId: ChatId, toRev: number): Promise<void> {
    const rev = Math.max(toRev, this.#chats.get(chatId)?.rev ?? 0);
    this.#chats.set(chatId, { rev, entries: new Map() });
    return Promise.resolve();
  }

  #hitsIn({ chatId, fromSeq }: SearchScope, query: IndexQuery): HitPlace[] {
    const entries = [...(this.#chats.get(chatId)?.entries.values() ?? [])];
    return entries.flatMap((entry) => {
      const score = entry.seq >= fromSeq ? scoreOf(entry, query) : 0;
      if (score === 0) return [];
      const { seq, atMs } = entry;
      return [{ chatId, seq, atMs, score: bestScore(query) === 0 ? 0 : score }];
    });
  }
}

/** 0: it is none. */
function scoreOf({ terms }: IndexEntry, { all, none }: IndexQuery): number {
  if (none.some((term) => qualityIn(terms, term) > 0)) return 0;
  const qualities = all.map((group) => Math.max(...group.map((term) => qualityIn(terms, term))));
  return qualities.includes(0) ? 0 : qualities.reduce((sum, quality) => sum + quality, 0);
}

function qualityIn(terms: readonly string[], { term, isPrefix }: Term): number {
  if (terms.includes(term)) return qualityOf(true);
  return isPrefix && terms.some((one) => one.startsWith(term)) ? qualityOf(false) : 0;
}
