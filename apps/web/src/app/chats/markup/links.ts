const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Longer addresses stay words: the search for their end is bounded. */
export const MAX_URL = 2000;

/** Characters that end a sentence rather than an address. */
const TRAILING = '.,;:!?\'"*_~>]}';

/** Turns the direction of text around: an address that uses them shows another one. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * The address that a link may have, in normal form; null for every scheme but `http`, `https` and
 * `mailto`, and for what disguises where it leads (a name before the host, turned text).
 */
export function safeHref(candidate: string): string | null {
  if (candidate.length > MAX_URL || BIDI.test(candidate) || !URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** Where the address that starts at `from` ends: at a blank or `<`, without closing marks. */
export function endOfUrl(text: string, from: number): number {
  let end = from;
  const last = Math.min(text.length, from + MAX_URL);
  let depth = 0;
  while (end < last && !/[\s<]/.test(text.charAt(end))) {
    const char = text.charAt(end);
    if (char === '(') depth++;
    if (char === ')') depth--;
    // A bracket that was never opened inside belongs to the words around the address.
    if (depth < 0) break;
    end++;
  }
  while (end > from && TRAILING.includes(text.charAt(end - 1))) end--;
  return end;
}
