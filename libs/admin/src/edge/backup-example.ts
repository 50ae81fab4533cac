import type { Backup, BackupArchive, BackupId, UserId } from '@app/contracts';

/** A backup that was made, to show in the documents. */
export const aBackup = {
  id: '01JD3V8K2MZ6T4R7Y1C5XWQ9BE' as BackupId,
  state: 'ready',
  label: 'Before the move',
  createdBy: '01JD3V8K2MZ6T4R7Y1C5XWQ9BA' as UserId,
  createdAt: '2026-01-02T03:04:05.678Z',
  endedAt: '2026-01-02T03:05:11.042Z',
  archive: {
    name: '01JD3V8K2MZ6T4R7Y1C5XWQ9BE.01JD3V8K3A0N5T8W2E6R9Y4UBC.parley',
    size: 734_003_200,
    sha256:
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' as BackupArchive['sha256'],
    isEncrypted: true,
  },
} as const satisfies Backup;
