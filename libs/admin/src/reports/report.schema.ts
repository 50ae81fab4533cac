import type {
  ReportAct,
  ReportCategory,
  ReportedMessage,
  ReportId,
  ReportState,
  UserId,
} from '@app/contracts';
import { Schema } from 'mongoose';

/** A report in the database. */
export interface ReportDocument {
  readonly _id: ReportId;
  readonly state: ReportState;
  readonly userId: UserId;
  readonly message?: ReportedMessage;
  readonly complaints: readonly {
    readonly userId: UserId;
    readonly category: ReportCategory;
    readonly comment?: string;
    readonly createdAt: string;
  }[];
  readonly complaintCount: number;
  /** Whose complaints are counted and not kept. */
  readonly counted?: readonly UserId[];
  readonly createdAt: string;
  readonly outcome?: {
    readonly act: ReportAct;
    readonly reason: string;
    readonly by: UserId;
    readonly at: string;
  };
  /** When the database may forget it; not before it is closed. */
  readonly expiresAt?: Date;
}

/** Which report is open about something. `_id`: what it is about. */
export interface ClaimDocument {
  readonly _id: string;
  readonly reportId: ReportId;
}

const text = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed };

export const reportSchema = new Schema<ReportDocument>(
  {
    _id: text,
    state: text,
    userId: text,
    message: mixed,
    complaints: { ...mixed, required: true },
    complaintCount: { type: Number, required: true },
    counted: mixed,
    createdAt: text,
    outcome: mixed,
    expiresAt: Date,
  },
  { versionKey: false },
)
  .index({ state: 1, _id: 1 }, { name: 'report_state' })
  .index({ 'complaints.userId': 1, state: 1 }, { name: 'report_complainant' })
  .index({ expiresAt: 1 }, { name: 'report_expiry', expireAfterSeconds: 0 });

export const claimSchema = new Schema<ClaimDocument>(
  { _id: text, reportId: text },
  { versionKey: false },
);
