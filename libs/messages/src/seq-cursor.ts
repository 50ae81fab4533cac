import { problem } from '@app/contracts';
import { decodeCursor } from '@app/platform';

/**
 * The slot of a cursor that has nothing else in it; undefined for no cursor. Throws
 * `validation_failed` for one that nobody was given: another list's is one of a name or an id.
 */
export function seqOfCursor(cursor: string | undefined): number | undefined {
  const [part] = decodeCursor(cursor, 1) ?? [];
  if (part === undefined) return undefined;
  const seq = Number(part);
  if (Number.isSafeInteger(seq) && seq > 0) return seq;
  const issues = [{ path: 'cursor', message: 'Not a cursor of ours' }];
  throw problem('validation_failed', { issues });
}
