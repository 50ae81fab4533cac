import type { ChatId } from '@app/contracts';

/** A word or a facet that messages are found by. `isPrefix`: also by those that begin so. */
export interface Term {
  readonly term: string;
  readonly isPrefix: boolean;
}

/** What is found of one slot. Without terms: nothing. */
export interface IndexEntry {
  readonly seq: number;
  /** When it was sent, ms since 1970. */
  readonly atMs: number;
  /** Each once. */
  readonly terms: readonly string[];
}

/** The newest states of the slots that changed in the revs `(fromRev, toRev]` of a chat. */
export interface IndexStep {
  readonly chatId: ChatId;
  readonly fromRev: number;
  readonly toRev: number;
  /** One per slot. */
  readonly entries: readonly IndexEntry[];
}

/** Part of a chat that is looked through: from this slot on. */
export interface SearchScope {
  readonly chatId: ChatId;
  readonly fromSeq: number;
}

/** Where a page of hits ended. `score` 0 in the order of time. */
export interface HitPlace {
  readonly chatId: ChatId;
  readonly seq: number;
  readonly atMs: number;
  readonly score: number;
}

export type HitOrder = 'newest' | 'best';

export interface IndexQuery {
  readonly scopes: readonly SearchScope[];
  /** A hit has one term of each. Never empty. */
  readonly all: readonly (readonly Term[])[];
  /** And none of these. */
  readonly none: readonly Term[];
  /** Sent in `[fromMs, toMs)`. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly order: HitOrder;
  /** Hits behind this one. */
  readonly after?: HitPlace | undefined;
  /** 1 to 500. */
  readonly limit: number;
}

/**
 * `hits` in order. `next`: where to go on, undefined when that was all; with fewer hits than asked
 * for, even none, where much was looked through.
 */
export interface IndexAnswer {
  readonly hits: readonly HitPlace[];
  readonly next: HitPlace | undefined;
}

/**
 * Which messages hold which terms. It knows places, never texts, and nobody's rights: who asks
 * names the scopes, reads the messages by the rules of the log, and compares them again.
 *
 * - `revsOf`: how far some chats (at most 500) have come; chats that it does not know are left out.
 * - `apply`: a step of one chat, whole or not at all, found from then on. Resolves false, having
 *   done nothing, when the chat is not at `fromRev`: somebody else was faster. A chat that is not
 *   known is at 0. A step from a rev to itself takes emptied slots out.
 * - `find`: by time, the newest first, or by how well they fit; hits of one chat by `seq` where the
 *   times are the same. A page costs a bounded number of reads, however long the chats are.
 * - `forget`: of a chat that nobody can read any more; it stays at its rev. Again is harmless.
 *
 * Deliberately not here: a promise that hits are still true. What somebody deleted is gone with the
 * step that says so, and until then, the message itself says no.
 */
export abstract class SearchIndex {
  abstract revsOf(chatIds: readonly ChatId[]): Promise<ReadonlyMap<ChatId, number>>;
  abstract apply(step: IndexStep): Promise<boolean>;
  abstract find(query: IndexQuery): Promise<IndexAnswer>;
  abstract forget(chatId: ChatId, toRev: number): Promise<void>;
}
