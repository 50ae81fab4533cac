import { problem, type Report, type ReportId, type ReportState, type UserId } from '@app/contracts';
import { aboveAll, Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import {
  claimSchema,
  reportSchema,
  type ClaimDocument,
  type ReportDocument,
} from './report.schema.js';

type StoredComplaint = Report['complaints'][number];

/** Complaints that are kept of one report; of those beyond it is known how many there were. */
const maxComplaints = 50;

/** People beyond those who are counted, each once; what is more says nothing new. */
const maxCounted = 450;

/** How long a closed report is kept, in ms: half a year. What was done is in the audit log. */
const keptMs = 180 * 24 * 3_600_000;

/** How often a report may be closed while somebody joins it, before they are told to come again. */
const maxTries = 5;

/**
 * Reports; at most one is open about one thing, which has a claim with its id. The claim is a
 * document of its own and not a field with a unique index: on some engines a value that a document
 * once had in one is not free again before the document is gone.
 */
@Injectable()
export class ReportsRepository {
  readonly #reports: Model<ReportDocument>;
  readonly #claims: Model<ClaimDocument>;

  constructor(database: Database) {
    this.#reports = database.model('reports', reportSchema);
    this.#claims = database.model('report_claims', claimSchema);
  }

  /**
   * Makes this report, or has its one complaint join that which is open about the same thing; again
   * by the same person changes nothing. Throws `service_unavailable`.
   */
  async file(about: string, report: Report): Promise<void> {
    for (let tries = 0; tries < maxTries; tries++) {
      const id = await this.#claim(about, report.id);
      if (id === undefined) continue;
      if (await this.#makeOrJoin({ ...report, id })) return;
      // It is closed, and who did so has died over it, or is about to let go of it.
      await this.#letGo(about, id);
    }
    throw problem('service_unavailable', { service: 'reports' });
  }

  /** How many are open in which this person has complained; counted up to `most`. */
  openOf(userId: UserId, most: number): Promise<number> {
    const mine = { 'complaints.userId': userId, state: 'open' } as const;
    return this.#reports.countDocuments(mine).limit(most);
  }

  async find(id: ReportId): Promise<Report | undefined> {
    const found = await this.#reports.findById(id).lean<ReportDocument>();
    return found ? toReport(found) : undefined;
  }

  /** The newest first, before `before`. */
  async list(state: ReportState, before: string | undefined, limit: number): Promise<Report[]> {
    const _id = { $gt: '' as ReportId, $lt: (before ?? aboveAll) as ReportId };
    const found = await this.#reports
      .find({ state, _id })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<ReportDocument[]>();
    return found.map(toReport);
  }

  /**
   * Undefined when it is closed already. What was said stays only where it was deleted for that: it
   * is nowhere else then.
   */
  async close(
    about: string,
    { id, message }: Pick<Report, 'id' | 'message'>,
    outcome: NonNullable<Report['outcome']>,
  ): Promise<Report | undefined> {
    const isTextKept = !message || outcome.act === 'delete_message';
    const $set = {
      state: 'closed',
      outcome,
      expiresAt: new Date(Date.parse(outcome.at) + keptMs),
      ...(!isTextKept && { message: { ...message, text: '' } }),
    } as const;
    const closed = await this.#reports
      .findOneAndUpdate({ _id: id, state: 'open' }, { $set }, { returnDocument: 'after' })
      .lean<ReportDocument>();
    if (!closed) return undefined;
    await this.#letGo(about, id);
    return toReport(closed);
  }

  /** The id of the report that this is about; undefined if it was let go of in that moment. */
  async #claim(about: string, id: ReportId): Promise<ReportId | undefined> {
    if (await isFirst(this.#claims.create([{ _id: about, reportId: id }]))) return id;
    return (await this.#claims.findById(about).lean<ClaimDocument>())?.reportId;
  }

  /** False when the report is closed. */
  async #makeOrJoin({ id, ...report }: Report): Promise<boolean> {
    // It is there already, as mostly when the claim was, or it is made.
    const isNew = await isFirst(this.#reports.create([{ _id: id, ...report }]));
    return isNew || this.#join(id, report.complaints[0]!);
  }

  async #join(id: ReportId, complaint: StoredComplaint): Promise<boolean> {
    const open = { _id: id, state: 'open' } as const;
    const isNew = { ...open, 'complaints.userId': { $ne: complaint.userId } };
    const last = `complaints.${maxComplaints - 1}`;
    const { matchedCount } = await this.#reports.updateOne(
      { ...isNew, [last]: { $exists: false } },
      { $push: { complaints: complaint }, $inc: { complaintCount: 1 } },
    );
    if (matchedCount === 1) return true;
    await this.#reports.updateOne(
      {
        ...isNew,
        [last]: { $exists: true },
        counted: { $ne: complaint.userId },
        [`counted.${maxCounted - 1}`]: { $exists: false },
      },
      { $push: { counted: complaint.userId }, $inc: { complaintCount: 1 } },
    );
    return (await this.#reports.exists(open)) !== null;
  }

  async #letGo(about: string, reportId: ReportId): Promise<void> {
    await this.#claims.deleteOne({ _id: about, reportId });
  }
}

function toReport({ _id, counted: _c, expiresAt: _e, ...report }: ReportDocument): Report {
  return { ...report, id: _id, complaints: [...report.complaints] };
}
