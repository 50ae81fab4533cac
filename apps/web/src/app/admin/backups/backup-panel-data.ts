import type { Backup } from '@app/contracts';

/** A backup, and what is done when there is less or more to be listed. */
export interface BackupPanelData {
  readonly backup: Backup;
  readonly changed: () => void;
}
