import type { Announcement, AnnouncementState, MadeAnnouncement } from '@app/contracts';
import { noEnd } from './announcement.schema.js';
import type { KeptAnnouncement } from './announcements.repository.js';

export function stateOf({ from, endsAt }: KeptAnnouncement, now: Date): AnnouncementState {
  if (endsAt <= now) return 'over';
  return from <= now ? 'live' : 'planned';
}

export function toAnnouncement(kept: KeptAnnouncement): Announcement {
  const { id, text, severity, from, endsAt, isDismissible } = kept;
  const hasEnd = endsAt.getTime() < noEnd.getTime();
  return {
    id,
    text,
    severity,
    from: from.toISOString(),
    ...(hasEnd && { until: endsAt.toISOString() }),
    isDismissible,
  };
}

export function toMade(kept: KeptAnnouncement, now: Date): MadeAnnouncement {
  const { createdBy, createdAt, removedAt } = kept;
  return {
    ...toAnnouncement(kept),
    state: stateOf(kept, now),
    createdBy,
    createdAt: createdAt.toISOString(),
    ...(removedAt && { removedAt: removedAt.toISOString() }),
  };
}
