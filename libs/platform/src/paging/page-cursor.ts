import { problem, type PageInfo } from '@app/contracts';

/**
 * The highest code point, above every id, slug and username; a prefix followed by it is above each
 * word with that prefix. For ranges that go to the end: on some engines one with an open bound
 * costs all there is.
 */
export const aboveAll = '\u{10ffff}';

/** A place in an ordered list, as clients carry it: opaque, and checked when it comes back. */
function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * The parts of a cursor; undefined for none, and for the empty one, which says "from the beginning"
 * (`ready` brings it). Throws `validation_failed` for one that we did not make.
 */
export function decodeCursor(cursor: string | undefined, count: number): string[] | undefined {
  if (!cursor) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // Not JSON: somebody made it up.
    throw notACursor();
  }
  const isOurs =
    Array.isArray(parts) && parts.length === count && parts.every((p) => typeof p === 'string');
  if (!isOurs) throw notACursor();
  return parts as string[];
}

/** The end of a page: `next` is where the following one starts, undefined when there is none. */
export function pageInfo(next: readonly string[] | undefined): PageInfo {
  return next
    ? { nextCursor: encodeCursor(next), hasMore: true }
    : { nextCursor: null, hasMore: false };
}

/**
 * One page of what was found by asking for one more than `limit`, which says whether there is more.
 * `placeOf`: behind which the next page begins, of the last one on this page.
 */
export function cutPage<T>(
  found: readonly T[],
  limit: number,
  placeOf: (last: T) => readonly string[],
): { readonly items: T[]; readonly page: PageInfo } {
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, page: pageInfo(last && placeOf(last)) };
}

/** What a cursor is answered with that we did not make. */
export const notACursor = () =>
  problem('validation_failed', { issues: [{ path: 'cursor', message: 'Not a cursor of ours' }] });
