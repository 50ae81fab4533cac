import { createHash } from 'node:crypto';
import type { AuditDeed, AuditEntry, AuditHead } from '@app/contracts';

/** Before the first entry. */
export const origin: AuditHead = { position: 0, hash: '0'.repeat(64) };

/** The deeds as the entries after `head`. */
export function chained(head: AuditHead, deeds: readonly AuditDeed[]): AuditEntry[] {
  let { position, hash: previousHash } = head;
  return deeds.map((deed) => {
    const content = { ...deed, position: ++position, previousHash };
    previousHash = hashOf(content);
    return { ...content, hash: previousHash };
  });
}

/** SHA-256 of the canonical JSON of an entry without its hash, in hex. */
export function hashOf(content: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** RFC 8785, so that anybody can compute the same: keys sorted by UTF-16 units, and no blanks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // As JSON has it: in a list, what is not there is null.
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
