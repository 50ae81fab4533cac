import { problem, type Cursor } from '@app/contracts';

/** Where the next page of a search starts, as clients see it: nothing to rely on. */
export function cursorAfter(username: string): Cursor {
  return Buffer.from(username.toLowerCase()).toString('base64url');
}

/** The username to go on after, `''` without a cursor. Throws `validation_failed`. */
export function usernameBefore(cursor: Cursor | undefined): string {
  if (cursor === undefined) return '';
  const username = Buffer.from(cursor, 'base64url').toString();
  if (/^[a-z0-9._-]{1,32}$/.test(username)) return username;
  throw problem('validation_failed', {
    issues: [{ path: 'cursor', message: 'Not a cursor of this list' }],
  });
}
