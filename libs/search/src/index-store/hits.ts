import { chunksOf } from '@app/platform';
import type { HitPlace, IndexAnswer, IndexQuery } from './search-index.js';

/** Of one group of terms: met as it stands, or only by a word that begins so. */
const exact = 2;
const begun = 1;

export const qualityOf = (isExact: boolean): number => (isExact ? exact : begun);

/** The highest score that a hit of this query may have; 0 in the order of time. */
export const bestScore = ({ order, all }: Pick<IndexQuery, 'order' | 'all'>): number =>
  order === 'best' ? all.length * exact : 0;

/** Negative: `one` comes first. Total, so that pages fit together. */
export function compareHits(one: HitPlace, two: HitPlace): number {
  if (one.score !== two.score) return two.score - one.score;
  if (one.atMs !== two.atMs) return two.atMs - one.atMs;
  if (one.chatId !== two.chatId) return one.chatId < two.chatId ? 1 : -1;
  return two.seq - one.seq;
}

/** Hits that are put in order at once. */
const manyHits = 200;

/** The first hits of a page, of all that are offered; never more than one page of them is kept. */
export class FirstHits {
  #hits: HitPlace[] = [];

  constructor(private readonly query: Pick<IndexQuery, 'after' | 'limit' | 'fromMs' | 'toMs'>) {}

  offer(hits: readonly HitPlace[]): void {
    // Of many, the first some say already that most of the others come too late.
    for (const some of chunksOf(hits, manyHits)) {
      const wanted = some.filter((hit) => this.#isWanted(hit));
      if (wanted.length > 0)
        this.#hits = [...this.#hits, ...wanted].sort(compareHits).slice(0, this.query.limit + 1);
    }
  }

  /** Nothing that comes behind `bound` can be on the page. */
  isFullBefore(bound: HitPlace): boolean {
    const last = this.#hits[this.query.limit];
    return last !== undefined && compareHits(last, bound) <= 0;
  }

  /** All was looked through that may be on the page. */
  answer(): IndexAnswer {
    const { limit } = this.query;
    const hits = this.#hits.slice(0, limit);
    return { hits, next: this.#hits.length > limit ? hits.at(-1) : undefined };
  }

  /** Nothing behind `bound` was looked through: what is there may come before what was found. */
  answerBefore(bound: HitPlace): IndexAnswer {
    const sure = this.#hits.filter((hit) => compareHits(hit, bound) < 0);
    const hits = sure.slice(0, this.query.limit);
    return { hits, next: sure.length > hits.length ? hits.at(-1) : bound };
  }

  #isWanted(hit: HitPlace): boolean {
    const { after, limit, fromMs, toMs } = this.query;
    if (hit.atMs < fromMs || hit.atMs >= toMs) return false;
    if (after !== undefined && compareHits(after, hit) >= 0) return false;
    const last = this.#hits[limit];
    return last === undefined || compareHits(hit, last) < 0;
  }
}
