import type { Backup, BackupArchive } from '@app/contracts';

/** One that is to be made. */
export type PendingBackup = Pick<Backup, 'id' | 'label' | 'createdBy' | 'createdAt'>;

/** What came of one. */
export type BackupEnd = { readonly endedAt: string } & (
  | { readonly state: 'ready'; readonly archive: BackupArchive }
  | { readonly state: 'failed'; readonly error: string }
);

export type EndedBackup = PendingBackup & BackupEnd;

/** As it is shown, and written down of one that is removed. */
export const shown = ({ label, ...rest }: PendingBackup | EndedBackup): Backup => ({
  state: 'pending',
  ...rest,
  ...(label !== undefined && { label }),
});
