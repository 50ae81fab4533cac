import { parseSearch } from '@app/contracts';
import { searchTexts } from './search-texts';

/** A part of a query that a chip puts in. */
export interface SearchPart {
  readonly text: string;
  readonly label: string;
}

const { parts } = searchTexts;

/** What one may say to be more exact: those first that are of most use. */
export const searchParts: readonly SearchPart[] = [
  { text: 'from:', label: parts.from },
  { text: 'in:', label: parts.in },
  { text: 'has:file', label: parts.file },
  { text: 'has:link', label: parts.link },
  { text: 'has:image', label: parts.image },
  { text: 'mentions:me', label: parts.mentions },
  { text: 'is:pinned', label: parts.pinned },
  { text: 'after:', label: parts.after },
  { text: 'before:', label: parts.before },
  { text: '-', label: parts.not },
];

/** A query with one more part, ready to go on; one that is there already stays alone. */
export function withPart(query: string, part: string): string {
  const words = query.trimEnd();
  const isOpen = part.endsWith(':') || part === '-';
  if (!isOpen && words.split(/\s+/).includes(part)) return query;
  return `${words}${words === '' ? '' : ' '}${part}${isOpen ? '' : ' '}`;
}

/** An operator of a query, as it stands there: `[at, end)`. */
export interface SearchToken {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** The operators that were understood; words and what is wrong are none. */
export function tokensOf(query: string): readonly SearchToken[] {
  return parseSearch(query).clauses.flatMap(({ kind, at, end }) =>
    kind === 'text' ? [] : [{ text: query.slice(at, end), at, end }],
  );
}

/** A query without one of its parts. */
export function withoutToken(query: string, { at, end }: SearchToken): string {
  return `${query.slice(0, at).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}
