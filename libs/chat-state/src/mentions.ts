/** What may stand in front of an `@` that calls somebody: nothing, or no part of an address. */
const MENTION = /(?<![A-Za-z0-9._@-])@([A-Za-z0-9][A-Za-z0-9._-]{0,31})/g;

/** The usernames that a text calls by `@name`: lower case, each once, in order. */
export function mentionsIn(text: string): readonly string[] {
  const names = [...text.matchAll(MENTION)].map(([, name = '']) => trimEnd(name).toLowerCase());
  return [...new Set(names)];
}

/** Whether a text calls this username. */
export function isMentioned(text: string, username: string): boolean {
  return text.includes('@') && mentionsIn(text).includes(username.toLowerCase());
}

/** A username ends in a letter or digit: a full stop after it ends the sentence. */
function trimEnd(name: string): string {
  return name.replace(/[._-]+$/, '');
}
