import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, MessageId, UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { IsoTime, Mark, Seq, text } from './text.js';

/** An id of a report: a ULID, so the older has the smaller one. */
export const ReportId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not a report'))
  .brand<'ReportId'>();
export type ReportId = z.output<typeof ReportId>;

/** What somebody finds wrong. */
export const ReportCategory = z.enum(['spam', 'harassment', 'illegal', 'other']);
export type ReportCategory = z.output<typeof ReportCategory>;

export const Complaint = z.strictObject({
  category: ReportCategory,
  comment: z.optional(text(1, 1000)),
});
export type Complaint = z.output<typeof Complaint>;
z.globalRegistry.add(Complaint, { id: 'Complaint' });

/** A message as it was when it was first reported, whatever became of it since. */
export const ReportedMessage = z.strictObject({
  id: MessageId,
  chatId: ChatId,
  seq: Seq,
  /** Empty once the report is closed, unless the message was deleted for it. */
  text: z.string(),
  fileCount: Mark,
  createdAt: IsoTime,
});
export type ReportedMessage = z.output<typeof ReportedMessage>;
z.globalRegistry.add(ReportedMessage, { id: 'ReportedMessage' });

export const ReportState = z.enum(['open', 'closed']);
export type ReportState = z.output<typeof ReportState>;

/**
 * `delete_message`: for everyone, as its author or a moderator would. `warn`, `mute`, `ban`: its
 * author, or the reported person, is told of it, may not write for a while, or is suspended.
 */
export const ReportAct = z.enum(['dismiss', 'delete_message', 'warn', 'mute', 'ban']);
export type ReportAct = z.output<typeof ReportAct>;

/**
 * What people said of one message or one person, until somebody has dealt with it. `complaints`:
 * the first 50, one of each person; `complaintCount`: how many people there were, at most 500.
 */
export const Report = z.strictObject({
  id: ReportId,
  state: ReportState,
  /** Who wrote it, or is reported. */
  userId: UserId,
  message: z.optional(ReportedMessage),
  complaints: z.array(z.strictObject({ userId: UserId, ...Complaint.shape, createdAt: IsoTime })),
  complaintCount: Seq,
  createdAt: IsoTime,
  outcome: z.optional(z.strictObject({ act: ReportAct, reason: Reason, by: UserId, at: IsoTime })),
});
export type Report = z.output<typeof Report>;
z.globalRegistry.add(Report, { id: 'Report' });

/** The newest first. */
export const ReportQuery = z.strictObject({
  ...PageQuery.shape,
  state: z._default(ReportState, 'open'),
});
export type ReportQuery = z.output<typeof ReportQuery>;

export const ReportPage = pageOf(Report);
export type ReportPage = z.output<typeof ReportPage>;
z.globalRegistry.add(ReportPage, { id: 'ReportPage' });

/** `reason`: for the audit log; who is warned or muted reads it, too. `until`: of a mute. */
const handling = { act: ReportAct, reason: Reason, until: z.optional(IsoTime) };

export const HandleReport = z.strictObject(handling).check(
  z.refine(({ act, until }) => (act === 'mute') === (until !== undefined), {
    error: 'A mute has an end, and nothing else has',
    path: ['until'],
  }),
);
export type HandleReport = z.output<typeof HandleReport>;
z.globalRegistry.add(HandleReport, { id: 'HandleReport' });

const OfMessage = z.strictObject({ messageId: MessageId, complaint: Complaint });
const OfUser = z.strictObject({ userId: UserId, complaint: Complaint });
const Handling = z.strictObject({ reportId: ReportId, ...handling, origin: Origin });
export type Handling = z.output<typeof Handling>;

export const reportsContract = defineApi({
  reportMessage: rpc('reports.reportMessage', OfMessage, Done),
  reportUser: rpc('reports.reportUser', OfUser, Done),
  list: rpc('reports.list', ReportQuery, ReportPage),
  handle: rpc('reports.handle', Handling, Report),
});

/**
 * What people report, and what is done about it.
 *
 * - `reportMessage`: one that the actor may read. Throws as reading it does, `gone` for a deleted
 *   one, and `forbidden` for one's own. `reportUser`: throws `not_found`, `forbidden` for oneself.
 *   Both: again by the same person is success, and changes nothing; while a report is open, others
 *   join it. `rate_limited` for who has complained in fifty that are open.
 * - `list`, `handle`: for who may `handleReports`, by what they are now. Throw `forbidden`.
 * - `handle`: does it, and closes the report. Written down in the audit log. Throws `not_found`,
 *   `conflict {field: 'state'}` when it is closed, `validation_failed` for an act that the report
 *   does not take, and what the act throws: then it stays open.
 */
export abstract class ReportsApi extends apiClass(reportsContract) {}
