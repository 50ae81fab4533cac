import type { AuditOutcome, UserId, WorkspaceRole } from '@app/contracts';
import { Schema } from 'mongoose';

/** An entry of the audit log. What has fields of its own choosing is kept as JSON. */
export interface EntryDocument {
  /** The deed's id: told twice, it is stored once. */
  readonly _id: string;
  readonly position: number;
  readonly at: Date;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly actorId: UserId;
  readonly actorRole?: WorkspaceRole;
  readonly targetKind?: string;
  readonly targetId?: string;
  /** `{origin?, before?, after?, reason?}`. */
  readonly details: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of the log as far as somebody has noted it; `_id` is `head`. */
export interface HeadDocument {
  readonly _id: 'head';
  readonly position: number;
  readonly hash: string;
}

/** What two writers at once are told apart by: the place in the chain is given once. */
export const POSITION_INDEX = 'audit_position';

const text = { type: String, required: true };
const number = { type: Number, required: true };

export const entrySchema = new Schema<EntryDocument>(
  {
    _id: text,
    position: number,
    at: { type: Date, required: true },
    action: text,
    outcome: text,
    actorId: text,
    actorRole: String,
    targetKind: String,
    targetId: String,
    details: text,
    previousHash: text,
    hash: text,
  },
  { versionKey: false },
)
  .index({ position: 1 }, { name: POSITION_INDEX, unique: true })
  .index({ actorId: 1, position: 1 }, { name: 'audit_actor' })
  .index({ action: 1, position: 1 }, { name: 'audit_action' })
  .index({ targetId: 1, position: 1 }, { name: 'audit_target' })
  .index({ at: 1 }, { name: 'audit_at' });

export const headSchema = new Schema<HeadDocument>(
  { _id: text, position: number, hash: text },
  { versionKey: false },
);
