import type { AuditEntry, AuditFault, AuditHead } from '@app/contracts';
import { hashOf } from './entry-hash.js';

/** What a stretch of the log shows: where it was right to, and what is wrong after that. */
export interface Checked {
  readonly last: AuditHead;
  readonly fault?: AuditFault;
}

/**
 * Checks the entries that follow `last`, up to position `upTo`. An entry that is hashed as it is,
 * but that the next one was not chained to, is the one that was replaced: to hide it, all after it
 * would have to be written anew. Who has done so has another entry where the end was `noted`.
 */
export function checkEntries(
  last: AuditHead,
  entries: readonly AuditEntry[],
  upTo: number,
  noted: AuditHead,
): Checked {
  let end = last;
  for (const { hash, ...content } of entries) {
    const expected = end.position + 1;
    if (content.position !== expected) return faulty(end, expected, 'missing');
    if (hash !== hashOf(content)) return faulty(end, expected, 'changed');
    if (content.previousHash !== end.hash) {
      return faulty(end, Math.max(end.position, 1), 'replaced');
    }
    if (content.position === noted.position && hash !== noted.hash) {
      return faulty(end, noted.position, 'replaced');
    }
    end = { position: content.position, hash };
  }
  return end.position < upTo ? faulty(end, end.position + 1, 'missing') : { last: end };
}

const faulty = (last: AuditHead, position: number, reason: AuditFault['reason']): Checked => ({
  last,
  fault: { position, reason },
});
