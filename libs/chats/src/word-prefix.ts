import { fold } from '@app/contracts';

/** A pattern for folded text in which a word begins with `q`, taken literally. */
export function wordPrefix(q: string): string {
  return `(^|\\s)${escape(fold(q))}`;
}

/** Whether a word of `value` begins with `q`: what `wordPrefix` finds, found here. */
export function hasWordPrefix(value: string, q: string): boolean {
  return new RegExp(wordPrefix(q)).test(fold(value));
}

const escape = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
