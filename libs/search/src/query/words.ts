import { fold } from '@app/contracts';

/** A word of a text: where it stands, `[from, to)` in UTF-16 units, and what it is found by. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** Folded. The first is what it is called in a query; the others are parts that people type. */
  readonly terms: readonly [string, ...string[]];
}

/** Longer words differ further behind than anybody types. Code units. */
export const maxTermLength = 40;

/** Words of one text: as many as the longest message has. */
const maxWords = 3000;

/** Written without blanks, and found by every two characters that follow each other. */
const pairwise = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\uff70\uff9e\uff9f]+`;

/** Written without blanks as well, but a dictionary knows their words. */
const byDictionary = String.raw`[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+`;

/** Letters and digits of all other scripts; an apostrophe between two of them is part of a word. */
const plain = String.raw`[\p{L}\p{N}\p{M}]+?(?:['’ʼ][\p{L}\p{N}\p{M}]+?)*?(?=${pairwise}|${byDictionary}|[^\p{L}\p{N}\p{M}'’ʼ]|['’ʼ](?![\p{L}\p{N}\p{M}])|$)`;

const sign = String.raw`\p{Extended_Pictographic}`;

const anyWord = new RegExp(
  `(?<pairs>${pairwise})|(?<known>${byDictionary})|(?<sign>${sign})|(?<plain>${plain})`,
  'gu',
);

/** Most texts; five times as fast. */
const isAscii = /^[\0-\x7f]*$/;
const asciiWord = /[a-z0-9]+(?:'[a-z0-9]+)*/gi;

let dictionary: Intl.Segmenter | undefined;

/** The words of a text as they stand there, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const word of isAscii.test(text) ? asciiWords(text) : allWords(text)) {
    words.push(word);
    if (words.length === maxWords) break;
  }
  return words;
}

/**
 * How a script without blanks is read when it is looked for: `isWhole` false where what was typed
 * is one character, which any pair may begin with.
 */
export interface SoughtWord extends Word {
  readonly isWhole: boolean;
}

/**
 * The words of what somebody typed. Pairs alone, without the single character that a text has at
 * the end of a run.
 */
export function soughtWords(query: string): SoughtWord[] {
  const words = wordsOf(query);
  return words.flatMap((word, i) => {
    const before = words[i - 1];
    const isTail = isPairwise(word.terms[0]) && before?.to === word.to;
    return isTail ? [] : [{ ...word, isWhole: !isSingle(word) }];
  });
}

/** A term of a script that is found by pairs of characters. */
export const isPairwise = (term: string): boolean => pairStart.test(term);

const pairStart = new RegExp(`^${pairwise}`, 'u');

const isSingle = ({ terms: [term] }: Word) => isPairwise(term) && Array.from(term).length === 1;

function* asciiWords(text: string): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(asciiWord))
    yield wordAt(found, index, found.toLowerCase());
}

function* allWords(text: string): Generator<Word> {
  for (const { 0: found, index, groups } of text.matchAll(anyWord)) {
    if (groups?.['pairs'] !== undefined) yield* pairsOf(found, index);
    else if (groups?.['known'] !== undefined) yield* knownWords(found, index);
    else {
      const term = fold(found).replaceAll('ـ', '');
      if (term !== '') yield wordAt(found, index, term);
    }
  }
}

/** Every two that follow each other, and the last one alone: so each begins a term. */
function* pairsOf(run: string, start: number): Generator<Word> {
  const characters = Array.from(run);
  let from = start;
  for (const [i, character] of characters.entries()) {
    const pair = character + (characters[i + 1] ?? '');
    const term = fold(pair);
    if (term !== '') yield { from, to: from + pair.length, terms: [term] };
    from += character.length;
  }
}

function* knownWords(run: string, start: number): Generator<Word> {
  dictionary ??= new Intl.Segmenter('und', { granularity: 'word' });
  for (const { segment, index, isWordLike } of dictionary.segment(run)) {
    const term = fold(segment);
    if (isWordLike && term !== '') yield wordAt(segment, start + index, term);
  }
}

function wordAt(found: string, from: number, folded: string): Word {
  const [joined, parts] = withoutApostrophes(folded);
  const terms = [joined, ...parts, ...withoutArticle(joined)].map((term) =>
    term.slice(0, maxTermLength),
  );
  return { from, to: from + found.length, terms: terms as [string, ...string[]] };
}

/** `l'homme` is found as `lhomme` and as `homme`, `don't` as `dont`. */
function withoutApostrophes(folded: string): [string, string[]] {
  const pieces = folded.split(/['’ʼ]/);
  if (pieces.length === 1) return [folded, []];
  return [pieces.join(''), pieces.slice(1).filter((piece) => piece.length > 2)];
}

/** Arabic writes its article as one with the word: `الكتاب` is found as `كتاب`, too. */
function withoutArticle(term: string): string[] {
  return term.length > 4 && term.startsWith('ال') ? [term.slice(2)] : [];
}
