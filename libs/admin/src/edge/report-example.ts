import { ChatId, MessageId, ReportId, UserId, type Report } from '@app/contracts';

/** A report to show in the documents. */
export const aReport: Report = {
  id: ReportId.parse('01JDXZ7Q4M8V2K6T0R9W3Y5B1C'),
  state: 'closed',
  userId: UserId.parse('01JDXZ3N5P7R9S1T3V5W7X9Y1Z'),
  message: {
    id: MessageId.parse('01JDXZ5B1C3D5E7F9G1H3J5K7M'),
    chatId: ChatId.parse('01JDXZ1A2B3C4D5E6F7G8H9J0K'),
    seq: 12,
    text: 'Buy now!',
    fileCount: 0,
    createdAt: '2026-01-01T09:28:00.000Z',
  },
  complaints: [
    {
      userId: UserId.parse('01JDXZ4P6R8S0T2V4W6X8Y0Z2A'),
      category: 'spam',
      comment: 'For the third time today',
      createdAt: '2026-01-01T09:29:00.000Z',
    },
  ],
  complaintCount: 1,
  createdAt: '2026-01-01T09:29:00.000Z',
  outcome: {
    act: 'delete_message',
    reason: 'No advertising here',
    by: UserId.parse('01JDXZ2M4N6P8R0S2T4V6W8X0Y'),
    at: '2026-01-01T09:30:00.000Z',
  },
};
