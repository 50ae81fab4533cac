import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the backups in the folder of the server. */
const english = {
  made: 'Ordered',
  state: 'State',
  states: {
    pending: 'Being made',
    ready: 'Ready',
    failed: 'Failed',
    missing: 'File is gone',
  },
  stateMeans: {
    pending: 'It is being made in the background, and this page tells when it is done.',
    ready: 'It is whole. Who runs the server restores it there; nobody can do so from here.',
    failed: 'Nothing of it is left.',
    missing: 'Its file was taken out of the folder, or is not as long as it was.',
  },
  size: 'Size',
  protection: 'Protection',
  encrypted: 'Encrypted',
  open: 'Not encrypted',
  openMeans:
    'Whoever reads the folder reads all of it. Later ones are encrypted where PARLEY_BACKUP_PASSPHRASE is set on the server.',
  by: 'Ordered by',
  ended: 'Ended',
  label: 'What it is for',
  file: 'File',
  hash: 'Checksum (SHA-256)',
  error: 'Why it failed',
  none: 'No backup was made here yet',
  noneHint:
    'They go into the folder of the server that PARLEY_BACKUP_DIR names; where it names none, into “backups” in its data directory.',
  make: {
    name: 'Make a backup',
    title: 'Make a backup now?',
    text: 'All messages and files go into one file, those that you may not read too, and the keys that keep people signed in. It goes into the folder of the server that PARLEY_BACKUP_DIR names, or into “backups” in its data directory. Everybody goes on meanwhile.',
    willEncrypt:
      'It will be encrypted, by the PARLEY_BACKUP_PASSPHRASE of the server. Keep that elsewhere: without it nobody reads the backup.',
    willBeOpen:
      'It will not be encrypted: whoever reads the folder reads all of it. Set PARLEY_BACKUP_PASSPHRASE on the server to have it encrypted.',
    replaced: 'The oldest one goes where as many are kept as may be.',
    begun: 'A backup is being made',
    underWay: 'One is being made already. Wait until it is done.',
  },
  ends: {
    ready: 'The backup is ready',
    failed: 'The backup has failed',
  },
  remove: {
    name: 'Remove',
    title: (time: string) => `Remove the backup of ${time}?`,
    text: 'Its file is deleted at once, and nothing can be restored from it any more.',
    done: 'Removed',
  },
  changed: 'It is gone by now, or is being made.',
} as const;

export type BackupTexts = Words<typeof english>;

export const backupTexts = textsOf('backups', english);
