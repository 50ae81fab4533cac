import type { Message } from '@app/contracts';
import type { CompiledQuery, Phrase, Step } from './compiled-query.js';
import { facetsOf, isFindable, textsOf } from './terms.js';
import { isPairwise, wordsOf, type Word } from './words.js';

/** Part of a text, `[from, to)` in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Why a message was found: what of its text, and what of its files' names. `inRow`: how many of the
 * words that were looked for stand right behind the one that was typed before them.
 */
export interface Match {
  readonly ranges: readonly TextRange[];
  readonly fileRanges: readonly (readonly TextRange[])[];
  readonly inRow: number;
}

/** Places of a text that are shown: more say no more. */
const maxRanges = 50;

/**
 * Whether a message is what was looked for: as it is now, whatever an index remembers of it. The
 * last word on every result.
 */
export function matchOf(message: Message, query: CompiledQuery): Match | undefined {
  const sentAt = Date.parse(message.createdAt);
  if (!isFindable(message) || sentAt < query.fromMs || sentAt >= query.toMs) return undefined;
  const facets = new Set<string>(facetsOf(message));
  if (query.withoutFacets.some((facet) => facets.has(facet))) return undefined;
  if (!query.facets.every((group) => group.some((facet) => facets.has(facet)))) return undefined;
  const texts = textsOf(message).map(wordsOf);
  const isIn = (phrase: Phrase) => texts.some((words) => placesOf(phrase, words).length > 0);
  if (query.withoutPhrases.some(isIn) || !query.phrases.every(isIn)) return undefined;
  const [ranges = [], ...fileRanges] = texts.map((words) => rangesIn(words, query.phrases));
  const inRow = Math.max(0, ...texts.map((words) => inRowOf(query.phrases, words)));
  return { ranges, fileRanges, inRow };
}

/** Of hits in order, among those whose words fit alike, the ones first that have more in a row. */
export function closestFirst<Hit extends Fitting>(hits: readonly Hit[]): Hit[] {
  return hits.toSorted((a, b) => b.place.score - a.place.score || b.match.inRow - a.match.inRow);
}

interface Fitting {
  readonly place: { readonly score: number };
  readonly match: Match;
}

function inRowOf(phrases: readonly Phrase[], words: readonly Word[]): number {
  const places = phrases.map((phrase) => placesOf(phrase, words));
  const follows = phrases.slice(1).filter((_, i) => {
    const behind = new Set(places[i]!.map((at) => at + phrases[i]!.length));
    return places[i + 1]!.some((at) => behind.has(at));
  });
  return follows.length;
}

function rangesIn(words: readonly Word[], phrases: readonly Phrase[]): TextRange[] {
  const found = phrases.flatMap((phrase) =>
    placesOf(phrase, words).map((at) => ({
      from: words[at]!.from,
      to: endOf(words[at + phrase.length - 1]!, phrase.at(-1)!),
    })),
  );
  return joined(found).slice(0, maxRanges);
}

/** Where a phrase begins among the words of a text. */
function placesOf(phrase: Phrase, words: readonly Word[]): number[] {
  const places: number[] = [];
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (phrase.every((step, i) => meets(words[at + i]!, step))) places.push(at);
  }
  return places;
}

const meets = ({ terms }: Word, { term, isPrefix }: Step) =>
  terms.some((one) => (isPrefix ? one.startsWith(term) : one === term));

/** Of a pair of which one character was looked for, that one. */
function endOf({ from, to }: Word, { term, isPrefix }: Step): number {
  return isPrefix && isPairwise(term) && to - from > term.length ? from + term.length : to;
}

/** In order, without overlaps: two that touch are one. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((one, two) => one.from - two.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
