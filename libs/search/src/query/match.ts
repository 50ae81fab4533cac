import type { Message } from '@app/contracts';
import type { CompiledQuery, Phrase, Step } from './compiled-query.js';
import { facetsOf, isFindable, textsOf } from './terms.js';
import { isPairwise, wordsOf, type Word } from './words.js';

/** Part of a text, `[from, to)` in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Why a message was found: what of its text, and what of its files' names. */
export interface Match {
  readonly ranges: readonly TextRange[];
  readonly fileRanges: readonly (readonly TextRange[])[];
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
  return { ranges, fileRanges };
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
