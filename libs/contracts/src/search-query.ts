/** What a message may hold that one looks for it by: `has:`. */
export const searchHas = ['link', 'file', 'image', 'video', 'audio', 'voice', 'reaction'] as const;
export type SearchHas = (typeof searchHas)[number];

/** What a message may be that one looks for it by: `is:`. */
export const searchIs = ['pinned', 'edited', 'reply'] as const;
export type SearchIs = (typeof searchIs)[number];

/** Where a part of a query stands in what was typed, in UTF-16 units: `[at, end)`. */
interface Part {
  readonly at: number;
  readonly end: number;
  /** Written with a `-` before it: what is found must not be so. */
  readonly isNot: boolean;
}

/** Text to be found. `isQuoted`: as it stands; otherwise its last word may go on. */
export interface TextClause extends Part {
  readonly kind: 'text';
  readonly value: string;
  readonly isQuoted: boolean;
}

/** `value`: a username, `me`, or what a chat is called; without `@` and `#`. */
export interface NameClause extends Part {
  readonly kind: 'from' | 'in' | 'mentions';
  readonly value: string;
  /** Where the name begins, behind the operator: what is said of it is said there. */
  readonly valueAt: number;
}

export interface HasClause extends Part {
  readonly kind: 'has';
  readonly value: SearchHas;
}

export interface IsClause extends Part {
  readonly kind: 'is';
  readonly value: SearchIs;
}

/** `value`: `2026`, `2026-11` or `2026-11-29`; a period that there is. */
export interface DateClause extends Part {
  readonly kind: 'before' | 'after' | 'on';
  readonly value: string;
}

export type SearchClause = TextClause | NameClause | HasClause | IsClause | DateClause;

export const searchComplaints = {
  unclosed_quote: 'This quotation mark has no second one',
  empty_value: 'Something is missing behind the colon',
  unknown_has: `has: takes one of ${searchHas.join(', ')}`,
  unknown_is: `is: takes one of ${searchIs.join(', ')}`,
  not_on: 'Leave out what was sent on a day by before: and after:',
  bad_date: 'A date is written as 2026, 2026-11 or 2026-11-29',
  nothing_to_find: 'Say what is to be found, too, not only what is not',
  too_many_parts: 'These are too many parts',
  unknown_person: 'There is nobody of this name',
  unknown_chat: 'You are in no chat of this name',
} as const;
export type SearchComplaint = keyof typeof searchComplaints;

/** What is wrong with a query, and where. */
export interface SearchIssue {
  readonly complaint: SearchComplaint;
  readonly at: number;
  readonly end: number;
}

/** `issues` is empty where the query can be asked; `clauses` are those that could be read. */
export interface ParsedSearch {
  readonly clauses: readonly SearchClause[];
  readonly issues: readonly SearchIssue[];
}

/** Characters of a query. */
export const maxSearchLength = 400;

/** Parts of a query: far more than anybody types. */
const maxClauses = 24;

const operator = /^(from|in|mentions|has|is|before|after|on):/i;

/**
 * Reads what somebody typed into a search box:
 *
 * ```
 * query    = { blank | [ "-" ] part }
 * part     = operator ":" value | value
 * value    = '"' anything but '"' '"' | characters without a blank
 *          | as with '"', between quotation marks that a phone writes: “ ” „ “ « » 「 」
 * operator = from | in | mentions | has | is | before | after | on
 * ```
 *
 * Another word before a colon is no operator but text, as in an address. Never throws.
 */
export function parseSearch(query: string): ParsedSearch {
  const clauses: SearchClause[] = [];
  const issues: SearchIssue[] = [];
  for (let at = skipBlanks(query, 0); at < query.length;) {
    const read = readPart(query, at);
    if ('complaint' in read) issues.push(read);
    else if (read.kind !== 'text' || read.value.trim() !== '') clauses.push(read);
    at = skipBlanks(query, read.end);
  }
  const [beyond] = clauses.slice(maxClauses);
  if (beyond) issues.push({ complaint: 'too_many_parts', at: beyond.at, end: query.length });
  else if (issues.length === 0 && clauses.length > 0 && clauses.every(({ isNot }) => isNot))
    issues.push({ complaint: 'nothing_to_find', at: 0, end: query.length });
  return { clauses: clauses.slice(0, maxClauses), issues };
}

/** Either a part of the query or what is wrong with it; both say where it ends. */
function readPart(query: string, at: number): SearchClause | SearchIssue {
  const isNot = query[at] === '-' && at + 1 < query.length && !isBlank(query[at + 1]!);
  const start = isNot ? at + 1 : at;
  const [named, name = ''] = operator.exec(query.slice(start)) ?? [''];
  const { value, end, isQuoted, isClosed } = readValue(query, start + named.length);
  if (!isClosed) return { complaint: 'unclosed_quote', at: start + named.length, end };
  const part = { at, end, isNot };
  if (named === '') return { kind: 'text', value, isQuoted, ...part };
  if (value.trim() === '') return { complaint: 'empty_value', at: start, end };
  return namedPart(name.toLowerCase(), value, part, start + named.length);
}

function namedPart(
  name: string,
  value: string,
  part: Part,
  valueAt: number,
): SearchClause | SearchIssue {
  const wrong = (complaint: SearchComplaint) => ({ complaint, at: valueAt, end: part.end });
  const lower = value.toLowerCase();
  switch (name) {
    case 'has':
      return isOneOf(searchHas, lower)
        ? { kind: name, value: lower, ...part }
        : wrong('unknown_has');
    case 'is':
      return isOneOf(searchIs, lower) ? { kind: name, value: lower, ...part } : wrong('unknown_is');
    case 'before':
    case 'after':
    case 'on':
      if (!periodOf(value, 0)) return wrong('bad_date');
      if (name === 'on' && part.isNot) return { complaint: 'not_on', at: part.at, end: part.end };
      return { kind: name, value, ...part };
    default: {
      const bare = value.replace(/^[@#]/, '');
      if (bare === '') return wrong('empty_value');
      return { kind: name as NameClause['kind'], value: bare, valueAt, ...part };
    }
  }
}

/** What ends a phrase that begins so: in English, German, Swedish, French, Danish and Japanese. */
const closersOf: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '「': '」',
};

function readValue(query: string, at: number) {
  const closers = closersOf[query[at] ?? ''];
  if (!closers) {
    let end = at;
    while (end < query.length && !isBlank(query[end]!)) end++;
    return { value: query.slice(at, end), end, isQuoted: false, isClosed: true };
  }
  let close = at + 1;
  while (close < query.length && !closers.includes(query[close]!)) close++;
  const isClosed = close < query.length;
  const end = isClosed ? close + 1 : query.length;
  return { value: query.slice(at + 1, isClosed ? close : end), end, isQuoted: true, isClosed };
}

/**
 * The period that a date names, `[from, to)` in ms since 1970, where clocks are `utcOffset` minutes
 * ahead of UTC. Undefined for what is no date.
 */
export function periodOf(
  date: string,
  utcOffset: number,
): { readonly from: number; readonly to: number } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const start = new Date(Date.UTC(y, m, d));
  // 2026-02-30 would become a day of March.
  if (start.getUTCMonth() !== m || start.getUTCDate() !== d) return undefined;
  const next = Date.UTC(
    month === undefined ? y + 1 : y,
    month !== undefined && day === undefined ? m + 1 : m,
    day === undefined ? 1 : d + 1,
  );
  const shift = utcOffset * 60_000;
  return { from: start.getTime() - shift, to: next - shift };
}

const isBlank = (character: string) => /\s/u.test(character);

function skipBlanks(query: string, from: number): number {
  let at = from;
  while (at < query.length && isBlank(query[at]!)) at++;
  return at;
}

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T =>
  (all as readonly string[]).includes(value);
