import type { MessageAuthor } from '../message-row/message-row';

/** A word that asks for others: `@mi` for people, `:ta` for emoji. */
export interface Asked {
  readonly trigger: '@' | ':';
  /** What is written of it, without the trigger. */
  readonly query: string;
  /** Where the trigger stands. */
  readonly from: number;
  /** `:tada:`, whole: the one emoji of this name is meant. */
  readonly isClosed: boolean;
}

/** One line of what is offered; `text` replaces the word. */
export interface Completion {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly detail?: string;
  /** Before the label: an emoji, or the portrait of a person. */
  readonly glyph?: string;
  readonly person?: MessageAuthor;
}

/**
 * Offers what fits a word; an empty list where nothing does. `soFar`: shows what is known already
 * while the whole answer takes its time. Rejects for no want of a network: then nothing fits.
 */
export type Completer = (
  asked: Asked,
  soFar: (items: readonly Completion[]) => void,
) => Promise<readonly Completion[]>;

/** A word is looked for so far back. */
const MAX_LENGTH = 64;

const PERSON = /(?:^|[\s([{"'>/])@([\p{L}\p{N}._-]{0,32})$/u;
const EMOJI = /(?:^|[\s([{"'>]|\p{Emoji_Presentation}):([a-z0-9_+-]{2,40})(:?)$/iu;

/** The word before the cursor that asks for something; null: none does. */
export function askedAt(value: string, cursor: number): Asked | null {
  const before = value.slice(Math.max(0, cursor - MAX_LENGTH), cursor);
  const person = PERSON.exec(before);
  if (person) {
    const [, query = ''] = person;
    return { trigger: '@', query, from: cursor - query.length - 1, isClosed: false };
  }
  const [, query, end = ''] = EMOJI.exec(before) ?? [];
  if (query === undefined) return null;
  const from = cursor - query.length - end.length - 1;
  return { trigger: ':', query: query.toLowerCase(), from, isClosed: end !== '' };
}
