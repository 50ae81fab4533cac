import { UserId, type AuditEntry, type AuditVerdict } from '@app/contracts';

/** An entry to show in the documents; its hash is that of what it says. */
export const anEntry: AuditEntry = {
  position: 1,
  id: '01JDXZ7Q4M8V2K6T0R9W3Y5B1C',
  at: '2026-01-01T09:30:00.000Z',
  action: 'password.changed',
  outcome: 'done',
  actor: { id: UserId.parse('01JDXZ3N5P7R9S1T3V5W7X9Y1Z'), role: 'member' },
  target: { kind: 'user', id: '01JDXZ3N5P7R9S1T3V5W7X9Y1Z' },
  origin: { address: '192.0.2.1', userAgent: 'Mozilla/5.0' },
  previousHash: '0'.repeat(64),
  hash: 'e7d9784629167853c47f1e6a627ece90f783f6dc913f161a16faebfe21866b0a',
};

export const aVerdict: AuditVerdict = {
  isIntact: true,
  checked: 1,
  head: { position: anEntry.position, hash: anEntry.hash },
};
