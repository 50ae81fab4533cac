import { fold, type UserId } from '@app/contracts';

/** A word is a run of letters, digits and what is set above or below them. */
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that put no space between words: there, a word is found within others. */
const withoutSpaces =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

interface Watched {
  readonly userId: UserId;
  /** Its words with one space between, before and behind; or as it is, where there are none. */
  readonly needle: string;
}

/**
 * Who watches for which words, whole ones and without case and accents. What a text costs depends
 * on its own words and on how many watch for those, not on how many watch. What has no word in it,
 * or is of a script without spaces, is the exception: each text is searched for each of these.
 */
export class KeywordWatch {
  /** By the first word of what is watched for. */
  readonly #byFirstWord = new Map<string, Watched[]>();
  readonly #anywhere: Watched[] = [];

  constructor(keywords: ReadonlyMap<UserId, readonly string[]>) {
    for (const [userId, texts] of keywords) for (const text of texts) this.#add(userId, text);
  }

  watchersOf(text: string): readonly UserId[] {
    if (this.#byFirstWord.size === 0 && this.#anywhere.length === 0) return [];
    const words = wordsOf(text);
    const spaced = ` ${words.join(' ')} `;
    const found = new Set<UserId>();
    for (const one of new Set(words))
      for (const { userId, needle } of this.#byFirstWord.get(one) ?? [])
        if (spaced.includes(needle)) found.add(userId);
    const folded = this.#anywhere.length > 0 ? fold(text) : '';
    for (const { userId, needle } of this.#anywhere) if (folded.includes(needle)) found.add(userId);
    return [...found];
  }

  #add(userId: UserId, text: string): void {
    const words = wordsOf(text);
    const [first] = words;
    if (first === undefined || withoutSpaces.test(text)) {
      this.#anywhere.push({ userId, needle: fold(text) });
      return;
    }
    const watched = this.#byFirstWord.get(first) ?? [];
    watched.push({ userId, needle: ` ${words.join(' ')} ` });
    this.#byFirstWord.set(first, watched);
  }
}

const wordsOf = (text: string): string[] => fold(text).match(word) ?? [];
