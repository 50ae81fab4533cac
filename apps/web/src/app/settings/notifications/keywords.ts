/** Words and phrases that the server keeps of a person: so many, and so long, in UTF-16 units. */
const MOST = 50;
const SHORTEST = 2;
const LONGEST = 60;

/** The comma of several scripts. */
const separators = ',，،、';
const quoted = new RegExp(`^\\s*"((?:[^"]|"")*)"\\s*(?=[${separators}]|$)`);
const plain = new RegExp(`^[^${separators}]*`);
const anySeparator = new RegExp(`[${separators}]`);

/** What keeps a text from being saved. */
export type KeywordFault =
  | { readonly kind: 'short' | 'long'; readonly word: string }
  | { readonly kind: 'many'; readonly count: number }
  | { readonly kind: 'unclosed' };

/** `fault`: the first one; null: all of it can be saved. */
export interface ReadKeywords {
  readonly keywords: string[];
  readonly fault: KeywordFault | null;
}

/**
 * Reads a list with commas between its words and phrases. One that has a comma in it stands in
 * quotation marks, as phones write them, too; a mark within them is written twice.
 */
export function readKeywords(typed: string): ReadKeywords {
  const found: string[] = [];
  let rest = typed.replaceAll(/[“”„«»]/g, '"');
  let isUnclosed = false;
  for (let isDone = false; !isDone;) {
    const [whole = '', inside] = quoted.exec(rest) ?? plain.exec(rest) ?? [];
    const word = (inside?.replaceAll('""', '"') ?? whole).normalize('NFC').trim();
    isUnclosed ||= inside === undefined && word.startsWith('"');
    if (word !== '') found.push(word);
    isDone = whole.length === rest.length;
    rest = rest.slice(whole.length + 1);
  }
  const keywords = [...new Set(found)];
  return { keywords, fault: isUnclosed ? { kind: 'unclosed' } : faultOf(keywords) };
}

/** As `readKeywords` reads them. */
export function listed(keywords: readonly string[]): string {
  const inQuotes = (word: string) => `"${word.replaceAll('"', '""')}"`;
  const mustBe = (word: string) => anySeparator.test(word) || /^["“”„«»]/.test(word);
  return keywords.map((word) => (mustBe(word) ? inQuotes(word) : word)).join(', ');
}

function faultOf(keywords: readonly string[]): KeywordFault | null {
  const short = keywords.find(({ length }) => length < SHORTEST);
  if (short !== undefined) return { kind: 'short', word: short };
  const long = keywords.find(({ length }) => length > LONGEST);
  if (long !== undefined) return { kind: 'long', word: long };
  return keywords.length > MOST ? { kind: 'many', count: keywords.length } : null;
}
