import type { DateClause, SearchClause, TextClause } from '@app/contracts';
import type { IndexQuery, Term } from '../index-store/search-index.js';
import { localPeriodOf, type LocalClock, type Period } from './local-period.js';
import { being, findable, holding, type Facet } from './terms.js';
import { soughtWords } from './words.js';

/** One word of a phrase. `isPrefix`: the word may go on. */
export type Step = Term;

/** Words that follow each other. Never empty. */
export type Phrase = readonly Step[];

/** A query as it is compared with messages. */
export interface CompiledQuery {
  /** Each of these is in what was said or in the name of a file, not all in the same one. */
  readonly phrases: readonly Phrase[];
  readonly withoutPhrases: readonly Phrase[];
  /** One of each. */
  readonly facets: readonly (readonly Facet[])[];
  readonly withoutFacets: readonly Facet[];
  /** Sent in `[fromMs, toMs)`. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Said nothing that can be found: `?!`. */
  readonly isVain: boolean;
}

/** What `from:` and `mentions:` name, as facets, by the clause. */
export type NamedFacets = ReadonlyMap<SearchClause, Facet>;

const always: readonly [number, number] = [0, 8.64e15];

/** `clock`: that of who asks. `in:` is not in here. */
export function compile(
  clauses: readonly SearchClause[],
  names: NamedFacets,
  clock: LocalClock,
): CompiledQuery {
  const texts = clauses.filter((clause) => clause.kind === 'text');
  const [phrases, withoutPhrases] = [false, true].map((isNot) =>
    texts.filter((clause) => clause.isNot === isNot).flatMap((clause) => phraseOf(clause)),
  ) as [Phrase[], Phrase[]];
  const groups = facetGroups(clauses, names);
  const [fromMs, toMs] = rangeOf(clauses.filter(isDate), clock);
  const positive = texts.filter((clause) => !clause.isNot);
  return {
    phrases,
    withoutPhrases,
    ...groups,
    fromMs,
    toMs,
    isVain: clauses.length === 0 || (positive.length > 0 && phrases.length === 0),
  };
}

/** What an index is asked; it may answer with more than `matchOf` lets pass, never with less. */
export function toIndexQuery(
  query: CompiledQuery,
): Pick<IndexQuery, 'all' | 'none' | 'fromMs' | 'toMs'> {
  const words = query.phrases.flat().map((step) => [step]);
  const facets = query.facets.map((group) => group.map(whole));
  const all = [...words, ...facets];
  const single = query.withoutPhrases.filter(({ length }) => length === 1).flat();
  return {
    all: all.length > 0 ? all : [[whole(findable)]],
    none: [...single, ...query.withoutFacets.map(whole)],
    fromMs: query.fromMs,
    toMs: query.toMs,
  };
}

const whole = (term: string): Term => ({ term, isPrefix: false });

/** What is left out is left out as it stands; what is looked for may go on. */
function phraseOf({ value, isQuoted, isNot }: TextClause): Phrase[] {
  const words = soughtWords(value);
  if (words.length === 0) return [];
  return [
    words.map(({ terms: [term], isWhole }, i) => ({
      term,
      isPrefix: !isWhole || (i === words.length - 1 && !isQuoted && !isNot && isLong(term)),
    })),
  ];
}

/** One letter begins half of all words. */
const isLong = (term: string) => Array.from(term).length > 1;

function facetGroups(clauses: readonly SearchClause[], names: NamedFacets) {
  const facets: Facet[][] = [];
  const withoutFacets: Facet[] = [];
  const senders: Facet[] = [];
  for (const clause of clauses) {
    const facet = facetOf(clause, names);
    if (facet === undefined) continue;
    if (clause.isNot) withoutFacets.push(facet);
    // A message has one sender: whoever names two means either.
    else if (clause.kind === 'from') senders.push(facet);
    else facets.push([facet]);
  }
  return { facets: senders.length > 0 ? [senders, ...facets] : facets, withoutFacets };
}

function facetOf(clause: SearchClause, names: NamedFacets): Facet | undefined {
  if (clause.kind === 'has') return holding(clause.value);
  if (clause.kind === 'is') return being(clause.value);
  return names.get(clause);
}

const isDate = (clause: SearchClause): clause is DateClause =>
  clause.kind === 'before' || clause.kind === 'after' || clause.kind === 'on';

function rangeOf(dates: readonly DateClause[], clock: LocalClock): readonly [number, number] {
  let [fromMs, toMs] = always;
  for (const { kind, value, isNot } of dates) {
    const period = localPeriodOf(value, clock);
    const [from, to] = isNot ? outside(kind, period) : inside(kind, period);
    fromMs = Math.max(fromMs, from);
    toMs = Math.min(toMs, to);
  }
  return [fromMs, toMs];
}

function inside(kind: DateClause['kind'], { from, to }: Period): readonly [number, number] {
  if (kind === 'on') return [from, to];
  return kind === 'before' ? [always[0], from] : [to, always[1]];
}

/** Not before is from then on. Not on a day would be two ranges: the grammar refuses it. */
function outside(kind: DateClause['kind'], { from, to }: Period): readonly [number, number] {
  return kind === 'before' ? [from, always[1]] : [always[0], to];
}
