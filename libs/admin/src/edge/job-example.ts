import type { Job, JobCounts } from '@app/contracts';

/** A job that was given up, to show in the documents. */
export const aJob: Job = {
  id: 'WyJub3RpZmljYXRpb25zLm1haWwiLCIwMUpEM1Y4SzJNWjZUNFI3WTFDNVhXUTlCRSJd',
  kind: 'notifications.mail',
  key: '01JD3V8K2MZ6T4R7Y1C5XWQ9BE',
  state: 'failed',
  at: '2026-01-02T03:04:05.678Z',
  attempts: 5,
  error: 'Error: connect ECONNREFUSED 192.0.2.1:25',
};

export const someCounts: JobCounts[] = [
  { kind: 'chats.purge', waiting: 0, running: 0, delayed: 1, failed: 0 },
  { kind: 'notifications.mail', waiting: 2, running: 1, delayed: 0, failed: 1 },
];
