import { isLookalike } from './lookalikes';

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Longer addresses stay words: the search for their end is bounded. */
export const MAX_URL = 2000;

/** Characters that end a sentence rather than an address. */
const TRAILING = '.,;:!?\'"*_~>]}';

/** Turns the direction of text around: an address that uses them shows another one. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const ALL_BIDI = /[\u202a-\u202e\u2066-\u2069]/g;

/** Takes no room: with one of these before its dot, a name would be none to us. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Something that a reader takes for an address, with its host. */
const ADDRESS = /(?:https?:\/\/|www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}-]{2,63})/iu;

/** A message of this installation: `/c/:chatId`, `/c/:chatId/:seq`. */
const OWN_PATH = /^\/c\/[\w-]+(\/\d+)?$/;

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

/** Where in this installation an address leads: `/c/abc/40`; null: it leads elsewhere. */
export function ownRoute(href: string): string | null {
  const url = new URL(href);
  const isOwn = url.origin === location.origin && OWN_PATH.test(url.pathname);
  return isOwn && url.search === '' ? url.pathname : null;
}

/**
 * What must stand beside a link's words so that they tell no lie: the real host, where the words
 * look like another address, or where letters of its name can be taken for others. Else empty.
 */
export function realHost(label: string, href: string): string {
  const { host, protocol } = new URL(href);
  if (protocol === 'mailto:') return '';
  const words = label.slice(0, MAX_URL);
  return [words, asSeen(words)].some((each) => isLie(each, host)) ? host : '';
}

function isLie(words: string, host: string): boolean {
  const named = ADDRESS.exec(words)?.[1]?.toLowerCase();
  if (named === undefined) return false;
  const isOther = named !== host && `www.${named}` !== host;
  return (isOther && ascii(named) !== host.split(':')[0]) || isLookalike(named);
}

/** Without what nobody sees, and with plain letters and dots for those that look like them. */
function asSeen(words: string): string {
  return words
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/\u3002/g, '.');
}

/** The words of a link without what would turn them around. */
export function unturned(text: string): string {
  return text.replace(ALL_BIDI, '');
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

function ascii(host: string): string {
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host;
}
