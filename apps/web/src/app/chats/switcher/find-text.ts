import { fold } from '@app/contracts';

/** A piece of a title: either what was looked for, or not. */
export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** `score`: the higher, the nearer to what was typed. `parts`: the whole title, in order. */
export interface TextFound {
  readonly score: number;
  readonly parts: readonly TextPart[];
}

const scores = { whole: 5, start: 4, wordStart: 3, within: 2, initials: 1 } as const;

/**
 * Looks for every word of `query` in `title`, without regard to case and accents: as it is, or by
 * the beginnings of words ("rc", "relcr": Release crew). `also`: other names, which are not shown.
 * Null: it does not fit. Nothing to look for fits everything.
 */
export function findText(query: string, title: string, also = ''): TextFound | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const text = folded(title);
  const hits = new Set<number>();
  let score = 0;
  for (const word of words) {
    const place = placeOf(word, text.letters);
    if (!place && !fold(also).includes(word)) return null;
    score += place?.score ?? scores.initials;
    for (const index of place?.indexes ?? []) hits.add(text.origins[index]!);
  }
  return { score: score / Math.max(1, words.length), parts: partsOf(title, hits) };
}

interface Place {
  readonly score: number;
  /** Into the folded letters. */
  readonly indexes: readonly number[];
}

interface Folded {
  readonly letters: string;
  /** Of each letter: which sign of the original it came from. */
  readonly origins: readonly number[];
}

/** One sign may become two letters (ß), or none. */
function folded(title: string): Folded {
  // By units, as places in a text are counted: one sign may have many of them.
  const pairs = signsOf(title).flatMap((sign, origin) =>
    fold(sign)
      .split('')
      .map((letter) => ({ letter, origin })),
  );
  return {
    letters: pairs.map(({ letter }) => letter).join(''),
    origins: pairs.map(({ origin }) => origin),
  };
}

function placeOf(word: string, letters: string): Place | null {
  const run = (at: number, score: number): Place => ({
    score,
    indexes: Array.from({ length: word.length }, (_, n) => at + n),
  });
  if (letters === word) return run(0, scores.whole);
  if (letters.startsWith(word)) return run(0, scores.start);
  const starts = wordStarts(letters);
  const atWord = starts.find((at) => letters.startsWith(word, at));
  if (atWord !== undefined) return run(atWord, scores.wordStart);
  const within = letters.indexOf(word);
  if (within >= 0) return run(within, scores.within);
  const initials = word.length < 2 ? null : new Initials(letters, starts).of(word);
  return initials && { score: scores.initials, indexes: initials };
}

/** Where a word stands by the beginnings of others. */
class Initials {
  private readonly starts: ReadonlySet<number>;
  /** What was tried in vain: from each of "a a a a …" there are as many ways on as it has words. */
  private readonly dead = new Set<string>();

  constructor(
    private readonly letters: string,
    starts: readonly number[],
  ) {
    this.starts = new Set(starts);
  }

  /** Each letter follows the one before, or begins a word after it. */
  of(word: string, before = -1): readonly number[] | null {
    if (word === '') return [];
    const attempt = `${word.length} ${before}`;
    if (this.dead.has(attempt)) return null;
    for (let at = before + 1; at < this.letters.length; at++) {
      const isNext = before >= 0 && at === before + 1;
      if (this.letters[at] !== word[0] || !(isNext || this.starts.has(at))) continue;
      const rest = this.of(word.slice(1), at);
      if (rest) return [at, ...rest];
    }
    this.dead.add(attempt);
    return null;
  }
}

function wordStarts(letters: string): readonly number[] {
  return [...letters.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index);
}

/** What a person takes for one sign: a letter with its accents, an emoji with its tone. */
function signsOf(title: string): readonly string[] {
  return Array.from(signs.segment(title), ({ segment }) => segment);
}

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function partsOf(title: string, hits: ReadonlySet<number>): readonly TextPart[] {
  const parts: { text: string; isHit: boolean }[] = [];
  signsOf(title).forEach((sign, index) => {
    const isHit = hits.has(index);
    const last = parts.at(-1);
    if (last?.isHit === isHit) last.text += sign;
    else parts.push({ text: sign, isHit });
  });
  return parts;
}
