import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { IsoTime, text } from './text.js';

/** So many that are not over may there be at once. */
export const maxAnnouncements = 10;

/** A ULID: the older has the smaller one. */
export const AnnouncementId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not an announcement'))
  .brand<'AnnouncementId'>();
export type AnnouncementId = z.output<typeof AnnouncementId>;

export const Severity = z.enum(['info', 'warning', 'critical']);
export type Severity = z.output<typeof Severity>;

/** What those who run the workspace say to everybody. In plain words: no markup. */
export const Announcement = z.strictObject({
  id: AnnouncementId,
  text: z.string(),
  severity: Severity,
  from: IsoTime,
  /** Absent: until it is taken down. */
  until: z.optional(IsoTime),
  isDismissible: z.boolean(),
});
export type Announcement = z.output<typeof Announcement>;
z.globalRegistry.add(Announcement, { id: 'Announcement' });

export const AnnouncementList = z.strictObject({ items: z.array(Announcement) });
export type AnnouncementList = z.output<typeof AnnouncementList>;
z.globalRegistry.add(AnnouncementList, { id: 'AnnouncementList' });

export const AnnouncementState = z.enum(['planned', 'live', 'over']);
export type AnnouncementState = z.output<typeof AnnouncementState>;

/** As those see it who have made it. */
export const MadeAnnouncement = z.strictObject({
  ...Announcement.shape,
  state: AnnouncementState,
  createdBy: UserId,
  createdAt: IsoTime,
  /** When it was taken down, before its time. */
  removedAt: z.optional(IsoTime),
});
export type MadeAnnouncement = z.output<typeof MadeAnnouncement>;
z.globalRegistry.add(MadeAnnouncement, { id: 'MadeAnnouncement' });

export const MadeAnnouncementPage = pageOf(MadeAnnouncement);
export type MadeAnnouncementPage = z.output<typeof MadeAnnouncementPage>;
z.globalRegistry.add(MadeAnnouncementPage, { id: 'MadeAnnouncementPage' });

/** `from`: default now. `until`: default until it is taken down. */
export const NewAnnouncement = z
  .strictObject({
    text: text(1, 500),
    severity: z._default(Severity, 'info'),
    from: z.optional(IsoTime),
    until: z.optional(IsoTime),
    isDismissible: z._default(z.boolean(), true),
    reason: z.optional(Reason),
  })
  .check(
    z.refine(
      ({ from, until }) =>
        from === undefined || until === undefined || Date.parse(from) < Date.parse(until),
      { error: 'Ends before it begins', path: ['until'] },
    ),
  );
export type NewAnnouncement = z.output<typeof NewAnnouncement>;
z.globalRegistry.add(NewAnnouncement, { id: 'NewAnnouncement' });

export const AnnouncementRef = z.strictObject({ announcementId: AnnouncementId });
export type AnnouncementRef = z.output<typeof AnnouncementRef>;

const MakeAnnouncement = z.strictObject({ announcement: NewAnnouncement, origin: Origin });
export type MakeAnnouncement = z.output<typeof MakeAnnouncement>;

const RemoveAnnouncement = z.strictObject({
  ...AnnouncementRef.shape,
  reason: z.optional(Reason),
  origin: Origin,
});
export type RemoveAnnouncement = z.output<typeof RemoveAnnouncement>;

export const announcementsContract = defineApi({
  mine: rpc('announcements.mine', Done, AnnouncementList),
  dismiss: rpc('announcements.dismiss', AnnouncementRef, Done),
  list: rpc('announcements.list', PageQuery, MadeAnnouncementPage),
  make: rpc('announcements.make', MakeAnnouncement, MadeAnnouncement),
  remove: rpc('announcements.remove', RemoveAnnouncement, Done),
});

/**
 * What is said to everybody; as `announcement` to who is here when it begins.
 *
 * - `mine`: those that are live, and that the actor has not dismissed; the newest first.
 * - `dismiss`: not shown to the actor again, on no device of theirs. Idempotent. Throws
 *   `not_found`, and `forbidden` for one that stays.
 * - `list`, `make`, `remove`: for who may `runWorkspace`, by what they are now; throw `forbidden`.
 *   In the audit log. `list`: all there were, the newest first. `make`: throws `conflict {field:
 *   'announcements'}` where as many are not over as may be, and `validation_failed` for one that is
 *   over. `remove`: `not_found` where it is over.
 */
export abstract class AnnouncementsApi extends apiClass(announcementsContract) {}
