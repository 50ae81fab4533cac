import type { ChatId } from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { blockId, bucketOf, pageId, timesId, windowOf, type PlaceId } from './places.js';
import type { SearchChat } from './search-chats.repository.js';
import {
  placesAtOnce,
  SearchPlacesRepository,
  type StoredPlace,
} from './search-places.repository.js';
import {
  addTerm,
  decodeSegment,
  emptySegment,
  encodeSegment,
  removeTerm,
  termsBySlot,
  type Segment,
} from './segment.js';

/** Changes of one place, as a function: true where it is another one after it. */
type Change = (segment: Segment) => boolean;

/**
 * Puts the tail of a chat into its places. It is announced before (`isSealing`), and as long as it
 * stands the tail stays as it is: so whoever does it does the same, any number of times, and what a
 * killed process has left half done the next one does anew. Every place is a compare and set, so a
 * process that was held up overwrites nothing newer.
 */
@Injectable()
export class TailSeal {
  constructor(private readonly places: SearchPlacesRepository) {}

  /** False where somebody else was faster with one of the places. */
  async write({ id: chatId, tail }: SearchChat): Promise<boolean> {
    const news = decodeSegment(tail);
    const terms = termsBySlot(news);
    const seqs = [...news.times.keys()];
    const former = await this.#formerTerms(chatId, seqs);
    const changes = new Map<PlaceId, Change[]>();
    const change = (id: PlaceId, one: Change) => {
      const all = changes.get(id);
      if (all) all.push(one);
      else changes.set(id, [one]);
    };
    // The pages come last: until they are written, what is to be taken out of a block is known.
    const pages = new Map<PlaceId, Change[]>();
    for (const seq of seqs) {
      const now = terms.get(seq) ?? new Set<string>();
      const before = former.get(seq) ?? new Set<string>();
      const window = windowOf(seq);
      for (const term of now)
        if (!before.has(term))
          change(blockId(chatId, window, bucketOf(term)), (s) => addTerm(s, term, seq));
      for (const term of before)
        if (!now.has(term))
          change(blockId(chatId, window, bucketOf(term)), (s) => removeTerm(s, term, seq));
      const atMs = now.size > 0 ? news.times.get(seq) : undefined;
      change(timesId(chatId, window), (s) => setTime(s, seq, atMs));
      const page = pageId(chatId, seq);
      pages.set(page, [...(pages.get(page) ?? []), (s) => setTerms(s, seq, before, now)]);
    }
    return (await this.#apply(changes)) && (await this.#apply(pages));
  }

  async #formerTerms(chatId: ChatId, seqs: readonly number[]): Promise<Map<number, Set<string>>> {
    const ids = [...new Set(seqs.map((seq) => pageId(chatId, seq)))];
    const stored = await this.#stored(ids);
    const all = [...stored.values()].map(({ segment }) => termsBySlot(decodeSegment(segment)));
    return new Map(all.flatMap((bySlot) => [...bySlot]));
  }

  async #apply(changes: ReadonlyMap<PlaceId, readonly Change[]>): Promise<boolean> {
    const ids = [...changes.keys()];
    for (const some of chunksOf(ids, placesAtOnce)) {
      const stored = await this.#stored(some);
      const changed = some.flatMap((id): StoredPlace[] => {
        const place = stored.get(id);
        const segment = place ? decodeSegment(place.segment) : emptySegment();
        let isOther = false;
        for (const one of changes.get(id)!) isOther = one(segment) || isOther;
        const version = (place?.version ?? 0) + 1;
        return isOther ? [{ id, version, segment: encodeSegment(segment) }] : [];
      });
      if (!(await this.places.replace(changed))) return false;
    }
    return true;
  }

  async #stored(ids: readonly PlaceId[]): Promise<Map<PlaceId, StoredPlace>> {
    const found: StoredPlace[] = [];
    for (const some of chunksOf(ids, placesAtOnce)) found.push(...(await this.places.find(some)));
    return new Map(found.map((place) => [place.id, place]));
  }
}

function setTime({ times }: Segment, seq: number, atMs: number | undefined): boolean {
  if (times.get(seq) === atMs) return false;
  if (atMs === undefined) times.delete(seq);
  else times.set(seq, atMs);
  return true;
}

function setTerms(
  segment: Segment,
  seq: number,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): boolean {
  let isOther = false;
  for (const term of before)
    if (!now.has(term)) isOther = removeTerm(segment, term, seq) || isOther;
  for (const term of now) isOther = addTerm(segment, term, seq) || isOther;
  return isOther;
}
