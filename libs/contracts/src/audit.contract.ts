import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { WorkspaceRole } from './roles.js';
import { IsoTime, Mark, Seq, text } from './text.js';

/** From where something was asked for, as far as the edge can tell. */
export const Origin = z.strictObject({
  address: z.string().check(z.maxLength(64)),
  userAgent: z.string().check(z.maxLength(512)),
  /** The `X-Request-Id` of the request. */
  requestId: z.optional(z.string().check(z.maxLength(128))),
});
export type Origin = z.output<typeof Origin>;
z.globalRegistry.add(Origin, { id: 'Origin' });

/** What is written down: of administration, and of what concerns who may get in. */
export const auditActions = [
  'access.refused',
  'account.registered',
  'announcement.made',
  'announcement.removed',
  'audit.exported',
  'backup.made',
  'backup.removed',
  'bot.made',
  'bot.picture_changed',
  'export.fetched',
  'export.ordered',
  'chat.archived',
  'chat.deleted',
  'chat.handed_over',
  'chat.restored',
  'import.removed',
  'import.started',
  'import.stopped',
  'incoming_webhook.changed',
  'incoming_webhook.created',
  'incoming_webhook.removed',
  'incoming_webhook.secret_renewed',
  'job.removed',
  'job.retried',
  'message.deleted',
  'password.changed',
  'password.reset',
  'process.drained',
  'process.resumed',
  'report.handled',
  'session.ended',
  'session.opened',
  'session.refused',
  'session.reused',
  'retention.changed',
  'retention.purged',
  'settings.changed',
  'token.made',
  'token.revoked',
  'user.muted',
  'user.renamed',
  'user.reset_link_made',
  'user.restored',
  'user.role_changed',
  'user.signed_out',
  'user.suspended',
  'user.unmuted',
  'user.warned',
  'webhook.changed',
  'webhook.created',
  'webhook.disabled',
  'webhook.pinged',
  'webhook.removed',
  'webhook.replayed',
  'webhook.secret_renewed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** `<noun>.<past participle>`; of another release it may be one that this one does not know. */
const Action = z.string().check(z.maxLength(64), z.regex(/^[a-z_]+\.[a-z_]+$/, 'Not an action'));

/** What something was done to. */
export const AuditTarget = z.strictObject({
  kind: z.enum([
    'user',
    'session',
    'chat',
    'message',
    'report',
    'token',
    'webhook',
    'job',
    'process',
    'backup',
    'import',
    'workspace',
  ]),
  id: z.string().check(z.maxLength(64)),
});
export type AuditTarget = z.output<typeof AuditTarget>;
z.globalRegistry.add(AuditTarget, { id: 'AuditTarget' });

/** `refused`: it was tried, and not done. `unknown`: it may be done, and nobody has said so. */
export const AuditOutcome = z.enum(['done', 'refused', 'unknown']);
export type AuditOutcome = z.output<typeof AuditOutcome>;

/** Values by field, before or after; only of the fields that are concerned. Never a secret. */
export const AuditState = z.record(z.string().check(z.maxLength(64)), z.unknown());
export type AuditState = z.output<typeof AuditState>;

/** What was done, as the module that did it writes it down. Told twice, it is the same by `id`. */
export const AuditDeed = z.strictObject({
  id: z.string().check(z.regex(/^[0-9A-Z]{26}$/, 'Not an id')),
  at: IsoTime,
  action: Action,
  outcome: AuditOutcome,
  /** Nobody yet known: `anonymous`. `role`: what they were then, where it is known. */
  actor: z.strictObject({ id: UserId, role: z.optional(WorkspaceRole) }),
  target: z.optional(AuditTarget),
  origin: z.optional(Origin),
  before: z.optional(AuditState),
  after: z.optional(AuditState),
  /** In the words of who did it. */
  reason: z.optional(text(1, 500)),
});
export type AuditDeed = z.output<typeof AuditDeed>;

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'Not a SHA-256'));

/**
 * A deed in the log. `position`: 1, 2, 3 … without holes. `hash`: SHA-256, in hex, of the canonical
 * JSON (RFC 8785) of all other fields; `previousHash`: of the entry before, 64 zeros for the first.
 */
export const AuditEntry = z.strictObject({
  position: Seq,
  ...AuditDeed.shape,
  previousHash: Hash,
  hash: Hash,
});
export type AuditEntry = z.output<typeof AuditEntry>;
z.globalRegistry.add(AuditEntry, { id: 'AuditEntry' });

/** The newest first. `from`, `to`: when it was done, both included. */
export const AuditQuery = z.strictObject({
  ...PageQuery.shape,
  actorId: z.optional(UserId),
  action: z.optional(Action),
  targetId: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  from: z.optional(IsoTime),
  to: z.optional(IsoTime),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditPage = pageOf(AuditEntry);
export type AuditPage = z.output<typeof AuditPage>;
z.globalRegistry.add(AuditPage, { id: 'AuditPage' });

/** Where the log ends; `position` 0 and 64 zeros as long as it is empty. */
export const AuditHead = z.strictObject({ position: Mark, hash: Hash });
export type AuditHead = z.output<typeof AuditHead>;
z.globalRegistry.add(AuditHead, { id: 'AuditHead' });

/**
 * `missing`: there is no entry here. `changed`: it is not what it was hashed as. `replaced`: it is,
 * but the entry after it, or the end of the log, was chained to another one.
 */
export const AuditFault = z.strictObject({
  position: Seq,
  reason: z.enum(['missing', 'changed', 'replaced']),
});
export type AuditFault = z.output<typeof AuditFault>;
z.globalRegistry.add(AuditFault, { id: 'AuditFault' });

/**
 * Whether the log is as it was written. `checked`: entries that were found right, from the first
 * one on. `fault`: the first that is wrong.
 */
export const AuditVerdict = z.strictObject({
  isIntact: z.boolean(),
  checked: Mark,
  head: AuditHead,
  fault: z.optional(AuditFault),
});
export type AuditVerdict = z.output<typeof AuditVerdict>;
z.globalRegistry.add(AuditVerdict, { id: 'AuditVerdict' });

/** The entries `(after, upTo]`, as many as come at once. */
const AuditRange = z.strictObject({ after: Mark, upTo: Mark });

export const auditContract = defineApi({
  append: rpc(
    'audit.append',
    z.strictObject({ deeds: z.array(AuditDeed).check(z.maxLength(200)) }),
    Done,
  ),
  list: rpc('audit.list', AuditQuery, AuditPage),
  openExport: rpc('audit.openExport', z.strictObject({ origin: Origin }), AuditHead),
  read: rpc(
    'audit.read',
    AuditRange,
    z.strictObject({ items: z.array(AuditEntry), next: z.nullable(Mark) }),
  ),
  verify: rpc(
    'audit.verify',
    z.strictObject({ after: Mark }),
    z.strictObject({ ...AuditVerdict.shape, next: z.nullable(Mark) }),
  ),
});

/**
 * The audit log: what was done by whom, in one chain in which nothing can be changed unnoticed. All
 * but `append` throw `forbidden` for who may not read it (`readAudit`).
 *
 * - `append`: for the outboxes of modules, on no edge. Idempotent on the ids of the deeds, which
 *   are appended in their order. Throws `service_unavailable` when others append all the time.
 * - `list`: the newest first.
 * - `openExport`: where the log ends now; that it was exported is written down behind it.
 * - `read`: what there is of the next 200 positions, in the order of the log; `next` is where it
 *   goes on, also past a hole, and null at the end.
 * - `verify`: goes on after an entry that was found right; `next` is null where it is through, or
 *   has found a fault.
 *
 * Deliberately not in it: to change or remove an entry.
 */
export abstract class AuditApi extends apiClass(auditContract) {}
