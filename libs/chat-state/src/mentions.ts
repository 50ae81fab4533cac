/** An `@` at the beginning of a word, so not in an address. The server reads texts by the same. */
export const MENTION = /(?<![\p{L}\p{N}_@.])@([A-Za-z0-9][A-Za-z0-9._-]{0,31})/gu;

/** People that one message can mention. */
const MAX_NAMES = 50;

/** The usernames that a text calls by `@name`: lower case, each once, in order. */
export function mentionsIn(text: string): readonly string[] {
  const names = [...text.matchAll(MENTION)].map(([, name = '']) => withoutStop(name).toLowerCase());
  return [...new Set(names)].slice(0, MAX_NAMES);
}

/** Whether a text calls this username. */
export function isMentioned(text: string, username: string): boolean {
  return text.includes('@') && mentionsIn(text).includes(username.toLowerCase());
}

/** A username ends in a letter or digit: a full stop after it ends the sentence. */
export function withoutStop(name: string): string {
  return name.replace(/[._-]+$/, '');
}
