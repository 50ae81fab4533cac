import type { ChatId } from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { qualityOf } from '../hits.js';
import type { HitPlace, IndexQuery, Term } from '../search-index.js';
import { KnownPlaces } from './known-places.js';
import { blockId, bucketOf, timesId, type PlaceId } from './places.js';
import { placesAtOnce, SearchPlacesRepository } from './search-places.repository.js';
import { decodeTimes, lookUp } from './segment.js';
import type { Tail } from './tail.js';

/** A window of a chat that is to be looked through. */
export interface SearchWindow {
  readonly chatId: ChatId;
  readonly window: number;
  /** Slots before this one are not asked for. */
  readonly fromSeq: number;
  /** What places say of its slots is out of date. */
  readonly tail: Tail;
  /** See `SearchChatDocument`. */
  readonly seals: number | undefined;
}

/** `Map<seq, score>`. */
export type Scores = ReadonlyMap<number, number>;

/** From so many on it is worth a query to look into fewer. */
const manyWindows = 8;

interface WantedPlace {
  readonly id: PlaceId;
  readonly seals: number | undefined;
}

/** Empty: there is none. */
type Parts = ReadonlyMap<PlaceId, Uint8Array>;

const emptyPlace = new Uint8Array();

/** Finds the slots of windows that hold what is asked for. */
@Injectable()
export class WindowReader {
  constructor(
    private readonly places: SearchPlacesRepository,
    private readonly known: KnownPlaces,
  ) {}

  /** Windows that one call of `hitsIn` takes, so that one query has them all. */
  static windowsAtOnce(query: Pick<IndexQuery, 'all' | 'none'>): number {
    return Math.max(1, Math.floor(placesAtOnce / bucketsOf(query).length));
  }

  /** In no order. A query for what is looked for, and one for the times of windows with hits. */
  async hitsIn(windows: readonly SearchWindow[], query: IndexQuery): Promise<HitPlace[]> {
    if (windows.length === 0) return [];
    const asked = { ...query, all: query.all.toSorted((a, b) => rarityOf(b) - rarityOf(a)) };
    const [held, blocks] = await this.#holding(windows, asked);
    const found = held.flatMap((one) => {
      const scores = scoresIn(blocks, one, asked);
      return scores.size > 0 ? [{ ...one, scores }] : [];
    });
    const times = await this.#read(
      found.map(({ chatId, window, seals }) => ({ id: timesId(chatId, window), seals })),
    );
    return found.flatMap(({ chatId, window, scores }) => {
      const bytes = times.get(timesId(chatId, window));
      return bytes?.length ? placesOf(chatId, scores, decodeTimes(bytes), query) : [];
    });
  }

  /**
   * Windows with all that a score takes. Of many, those that lack the rarest are left out first: so
   * the others are not read for them.
   */
  async #holding(
    windows: readonly SearchWindow[],
    query: Pick<IndexQuery, 'all' | 'none'>,
  ): Promise<readonly [readonly SearchWindow[], Parts]> {
    const [rarest, ...others] = query.all;
    const isMany = windows.length >= manyWindows && bucketsOf(query).length > 1;
    if (!isMany || !rarest) return [windows, await this.#read(blocksOf(windows, query))];
    const first = { all: [rarest], none: [] };
    const blocks = await this.#read(blocksOf(windows, first));
    const held = windows.filter((one) => scoresIn(blocks, one, first).size > 0);
    const rest = await this.#read(
      blocksOf(held, { all: others, none: query.none }).filter(({ id }) => !blocks.has(id)),
    );
    return [held, new Map([...blocks, ...rest])];
  }

  async #read(wanted: readonly WantedPlace[]): Promise<Parts> {
    const parts = new Map<PlaceId, Uint8Array>();
    const missing: WantedPlace[] = [];
    for (const { id, seals } of wanted) {
      const bytes = this.known.get(id, seals);
      if (bytes) parts.set(id, bytes);
      else missing.push({ id, seals });
    }
    for (const some of chunksOf(missing, placesAtOnce)) {
      const found = await this.places.find(some.map(({ id }) => id));
      const read = new Map(found.map(({ id, segment }) => [id, segment]));
      for (const { id, seals } of some) {
        const bytes = read.get(id) ?? emptyPlace;
        this.known.set(id, seals, bytes);
        parts.set(id, bytes);
      }
    }
    return parts;
  }
}

/** Hits as places; slots without a time are none. */
export function placesOf(
  chatId: ChatId,
  scores: Scores,
  times: ReadonlyMap<number, number>,
  { order }: Pick<IndexQuery, 'order'>,
): HitPlace[] {
  return [...scores].flatMap(([seq, score]) => {
    const atMs = times.get(seq);
    return atMs === undefined ? [] : [{ chatId, seq, atMs, score: order === 'best' ? score : 0 }];
  });
}

/** The slots that have one term of each group, and none of `none`; `bytesOf` has the term. */
export function scoresOf(
  { all, none }: Pick<IndexQuery, 'all' | 'none'>,
  bytesOf: (term: Term) => Uint8Array | undefined,
): Map<number, number> {
  let scores: Map<number, number> | undefined;
  for (const group of all) {
    const met = slotsOf(group, bytesOf);
    scores = scores ? both(scores, met) : met;
    if (scores.size === 0) return scores;
  }
  for (const term of none) for (const seq of slotsOf([term], bytesOf).keys()) scores!.delete(seq);
  return scores!;
}

function scoresIn(
  blocks: Parts,
  { chatId, window, fromSeq, tail }: SearchWindow,
  query: Pick<IndexQuery, 'all' | 'none'>,
) {
  const scores = scoresOf(query, ({ term }) => blocks.get(blockId(chatId, window, bucketOf(term))));
  for (const seq of scores.keys()) if (seq < fromSeq || tail.times.has(seq)) scores.delete(seq);
  return scores;
}

function slotsOf(
  group: readonly Term[],
  bytesOf: (term: Term) => Uint8Array | undefined,
): Map<number, number> {
  const slots = new Map<number, number>();
  for (const term of group) {
    const bytes = bytesOf(term);
    if (!bytes?.length) continue;
    lookUp(bytes, term, (seq, isExact) => {
      const quality = qualityOf(isExact);
      if ((slots.get(seq) ?? 0) < quality) slots.set(seq, quality);
    });
  }
  return slots;
}

function both(one: ReadonlyMap<number, number>, two: ReadonlyMap<number, number>) {
  const scores = new Map<number, number>();
  for (const [seq, score] of one) {
    const other = two.get(seq);
    if (other !== undefined) scores.set(seq, score + other);
  }
  return scores;
}

/** A guess: long words are said seldom, and beginnings of words are held by many. */
const rarityOf = (group: readonly Term[]): number =>
  Math.min(...group.map(({ term, isPrefix }) => term.length - (isPrefix ? 2 : 0)));

function blocksOf(
  windows: readonly SearchWindow[],
  query: Pick<IndexQuery, 'all' | 'none'>,
): WantedPlace[] {
  const buckets = bucketsOf(query);
  return windows.flatMap(({ chatId, window, seals }) =>
    buckets.map((bucket) => ({ id: blockId(chatId, window, bucket), seals })),
  );
}

const bucketsOf = ({ all, none }: Pick<IndexQuery, 'all' | 'none'>): number[] => [
  ...new Set([...all.flat(), ...none].map(({ term }) => bucketOf(term))),
];
