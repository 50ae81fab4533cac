import { AnnouncementId, UserId, type MadeAnnouncement } from '@app/contracts';

/** An announcement to show in the documents. */
export const anAnnouncement: MadeAnnouncement = {
  id: AnnouncementId.parse('01JDXZ7Q4M8V2K6T0R9W3Y5B1C'),
  text: 'The server is away on Sunday from 8 to 9 in the morning.',
  severity: 'warning',
  from: '2026-01-30T08:00:00.000Z',
  until: '2026-02-01T09:00:00.000Z',
  isDismissible: true,
  state: 'live',
  createdBy: UserId.parse('01JDXZ2M4N6P8R0S2T4V6W8X0Y'),
  createdAt: '2026-01-29T16:20:00.000Z',
};
