import { fold } from '@app/contracts';
import { aboveAll } from '@app/platform';

/** More words than this say nothing more about whom one looks for. */
const MAX_PREFIXES = 5;

/**
 * The words by which a person is found, folded: those of the name and of the username, the
 * hyphenated ones also in parts. Each once.
 */
export function searchKeysOf(name: string, username: string): string[] {
  const words = [...wordsOf(name), ...wordsOf(username)];
  const parts = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...words, ...parts])].filter((key) => key !== '');
}

/**
 * What somebody typed, as the ranges `[from, to)` of keys that it stands for: one per word, each of
 * which must be met. A prefix is compared as it is: no character of it has a meaning.
 */
export function keyRangesOf(query: string): { readonly from: string; readonly to: string }[] {
  return wordsOf(query)
    .slice(0, MAX_PREFIXES)
    .map((prefix) => ({ from: prefix, to: prefix + aboveAll }));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
