import type { Audience } from '@app/contracts';

/**
 * Those of the contract, the first that is meant first. Written out: a value from there would bring
 * every schema that any page uses into the first load.
 */
const audiences = Object.keys({ channel: true, here: true } satisfies Record<
  Audience,
  true
>) as readonly Audience[];

/** An `@` at the beginning of a word, so not in an address. The server reads texts by the same. */
export const MENTION = /(?<![\p{L}\p{N}_@.])@([A-Za-z0-9][A-Za-z0-9._-]{0,31})/gu;

/** Code of Markdown between two fences; without a second one it goes on to the end. */
const FENCED = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})[^`\n]*$(?:[^]*?\n[ \t>]*\1[`~]*[ \t]*$|[^]*)/gm;

/** Code between as many backticks on both sides, in one paragraph. */
const SPAN = /(?<![\\`])(`+)(?!`)(?:(?!\n[ \t>]*\n)[^])*?(?<!`)\1(?!`)/g;

/** People that one message can mention. */
const MAX_NAMES = 50;

/** Whether a text calls all members, or those who are there; the former where it calls both. */
export function audienceOf(text: string): Audience | null {
  if (!text.includes('@')) return null;
  const names = namesIn(text);
  return audiences.find((all) => names.has(all)) ?? null;
}

/** The usernames that a text calls by `@name`: lower case, each once, in order. */
export function mentionsIn(text: string): readonly string[] {
  return [...namesIn(text)].filter((name) => !isAudience(name)).slice(0, MAX_NAMES);
}

/** Whether a text calls this person, by name or with everybody. */
export function isMentioned(text: string, username: string): boolean {
  if (!text.includes('@')) return false;
  return audienceOf(text) !== null || mentionsIn(text).includes(username.toLowerCase());
}

/** Whether `@name` is for many. */
export function isAudience(name: string): name is Audience {
  return audiences.some((all) => all === name);
}

/** What stands in code is shown as it was written, and calls nobody. */
function namesIn(text: string): Set<string> {
  const words = withoutIndented(text.replace(FENCED, ' ')).replace(SPAN, ' ');
  const names = words.matchAll(MENTION);
  return new Set(Array.from(names, ([, name = '']) => withoutStop(name).toLowerCase()));
}

/** Code of Markdown by four blanks: behind an empty line or a heading, and not within a list. */
function withoutIndented(text: string): string {
  let isText = false;
  let isInList = false;
  // Behind the signs of a quote it begins anew.
  return text.replace(/^( {0,3}> ?)*(.*)/gm, (line: string, _: string, words: string) => {
    if (!isText) {
      isInList &&= /^(\s|$)/.test(words);
      if (!isInList && /^( {4}|\t)/.test(words)) return '';
    }
    isInList ||= /^ {0,3}([-+*]|\d+[.)])\s/.test(words);
    isText = /^(?!#+ ).*\S/.test(words);
    return line;
  });
}

/** A username ends in a letter or digit: a full stop after it ends the sentence. */
export function withoutStop(name: string): string {
  return name.replace(/[._-]+$/, '');
}
