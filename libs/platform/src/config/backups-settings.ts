import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Settings } from './settings.js';

/** Where owners of the workspace have backups made, and how many of them are kept. */
export interface BackupsConfig {
  /** Absolute. */
  readonly folder: string;
  /** Absent: whoever reads the folder reads them. */
  readonly passphrase?: string | undefined;
  /** The newest. */
  readonly kept: number;
  /** Bytes of the disk that one leaves to others. */
  readonly freeBytes: number;
}

/** The variables that say it. */
export const backupsSettings = {
  PARLEY_BACKUP_DIR: {
    schema: z.optional(z.string()),
    about:
      'Where backups go that are ordered by the API; absent: `backups` in the data directory. Several file services share it.',
  },
  PARLEY_BACKUP_PASSPHRASE: {
    schema: z.optional(z.string().check(z.trim(), z.minLength(16, 'At least 16 characters'))),
    about: 'Encrypts them. It is not in them: keep it elsewhere, too.',
  },
  PARLEY_BACKUPS_KEPT: {
    schema: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 7),
    about: 'How many of them are kept, the newest.',
  },
  PARLEY_BACKUP_FREE_BYTES: {
    schema: z._default(
      z.coerce.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)),
      2 ** 30,
    ),
    about: 'Bytes that must be free on their disk; one that would take more is given up.',
  },
} as const;

export function backupsConfigFrom(values: Settings): BackupsConfig {
  return {
    folder: resolve(values.PARLEY_BACKUP_DIR ?? join(values.PARLEY_DATA_DIR, 'backups')),
    passphrase: values.PARLEY_BACKUP_PASSPHRASE,
    kept: values.PARLEY_BACKUPS_KEPT,
    freeBytes: values.PARLEY_BACKUP_FREE_BYTES,
  };
}
