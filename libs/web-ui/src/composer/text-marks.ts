/** What a field holds, and what of it is chosen. */
export interface Chosen {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Replace `from`–`to` by `text`; then `select` is chosen, counted in the new value. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: readonly [number, number];
}

const LINK = /^\[([^\]]*)\]\([^)]*\)$/;
const ADDRESS = /^https?:\/\/\S+$/i;
const BEGINNING = 'https://';

/** `**` makes what is chosen bold and `*` italic; where it is so already, plain again. */
export function markToggled(chosen: Chosen, mark: '**' | '*'): TextEdit {
  const { value, start, end } = withoutBlanks(chosen);
  const around = Math.min(starsBefore(value, start), starsAfter(value, end));
  if (has(around, mark)) return unwrapped(value, start - mark.length, end + mark.length, mark);
  const inside = Math.min(starsAfter(value, start), starsBefore(value, end));
  const isLongEnough = end - start > 2 * mark.length;
  if (isLongEnough && has(inside, mark)) return unwrapped(value, start, end, mark);
  return wrapped(value, start, end, mark);
}

/**
 * Makes what is chosen a link, its address left to be written, or `href`; of a link, its words
 * again.
 */
export function linkToggled(chosen: Chosen, href?: string): TextEdit {
  const { value, start, end } = withoutBlanks(chosen);
  const words = value.slice(start, end);
  const [, label] = LINK.exec(words) ?? [];
  if (label !== undefined && href === undefined) {
    return { from: start, to: end, text: label, select: [start, start + label.length] };
  }
  if (href !== undefined) {
    const text = `[${words}](${href})`;
    return { from: start, to: end, text, select: [start + text.length, start + text.length] };
  }
  // Of an address the words are missing; else the address is.
  if (ADDRESS.test(words)) {
    return { from: start, to: end, text: `[](${words})`, select: [start + 1, start + 1] };
  }
  const address = start + words.length + 3;
  const text = `[${words}](${BEGINNING})`;
  return { from: start, to: end, text, select: [address, address + BEGINNING.length] };
}

/** Whether a pasted text is one address and nothing else. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && URL.canParse(text);
}

function has(stars: number, mark: '**' | '*'): boolean {
  // Three stars are both.
  return mark === '*' ? stars % 2 === 1 : stars >= 2;
}

function wrapped(value: string, from: number, to: number, mark: string): TextEdit {
  const text = mark + value.slice(from, to) + mark;
  return { from, to, text, select: [from + mark.length, to + mark.length] };
}

function unwrapped(value: string, from: number, to: number, { length }: string): TextEdit {
  const text = value.slice(from + length, to - length);
  return { from, to, text, select: [from, from + text.length] };
}

/** A double click chooses the blank behind a word as well: a mark there would be none. */
function withoutBlanks({ value, start, end }: Chosen): Chosen {
  const words = value.slice(start, end);
  if (words.trim() === '') return { value, start, end };
  const before = words.length - words.trimStart().length;
  const after = words.length - words.trimEnd().length;
  return { value, start: start + before, end: end - after };
}

function starsBefore(value: string, at: number): number {
  let count = 0;
  while (value.charAt(at - 1 - count) === '*') count++;
  return count;
}

function starsAfter(value: string, at: number): number {
  let count = 0;
  while (value.charAt(at + count) === '*') count++;
  return count;
}
