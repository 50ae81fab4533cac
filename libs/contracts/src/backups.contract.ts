import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ContentHash, UserId } from './ids.js';
import { Done } from './paging.js';
import { IsoTime, Mark, text } from './text.js';

export const BackupId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not an id'))
  .brand<'BackupId'>();
export type BackupId = z.output<typeof BackupId>;

/** `missing`: it was made, and its file is not in the folder any more, or has another size. */
export const BackupState = z.enum(['pending', 'ready', 'failed', 'missing']);
export type BackupState = z.output<typeof BackupState>;

/** A file in the folder of the server, by which `npm run restore` brings all of it back. */
export const BackupArchive = z.strictObject({
  name: z.string(),
  /** In bytes. */
  size: Mark,
  sha256: ContentHash,
  isEncrypted: z.boolean(),
});
export type BackupArchive = z.output<typeof BackupArchive>;
z.globalRegistry.add(BackupArchive, { id: 'BackupArchive' });

export const Backup = z.strictObject({
  id: BackupId,
  state: BackupState,
  label: z.optional(z.string()),
  createdBy: UserId,
  createdAt: IsoTime,
  /** Absent as long as it is pending. */
  endedAt: z.optional(IsoTime),
  /** Of one that is, or was, ready. */
  archive: z.optional(BackupArchive),
  /** Why it failed: at most 500 characters. */
  error: z.optional(z.string()),
});
export type Backup = z.output<typeof Backup>;
z.globalRegistry.add(Backup, { id: 'Backup' });

/** The newest first. `willEncrypt`: one that is ordered now will be encrypted. */
export const BackupList = z.strictObject({ items: z.array(Backup), willEncrypt: z.boolean() });
export type BackupList = z.output<typeof BackupList>;
z.globalRegistry.add(BackupList, { id: 'BackupList' });

export const NewBackup = z.strictObject({
  label: z.optional(text(1, 100)),
  reason: z.optional(Reason),
});
export type NewBackup = z.output<typeof NewBackup>;
z.globalRegistry.add(NewBackup, { id: 'NewBackup' });

const MakeBackup = z.strictObject({ backup: NewBackup, origin: Origin });
export type MakeBackup = z.output<typeof MakeBackup>;

const RemoveBackup = z.strictObject({
  backupId: BackupId,
  reason: z.optional(Reason),
  origin: Origin,
});
export type RemoveBackup = z.output<typeof RemoveBackup>;

export const backupsContract = defineApi({
  list: rpc('backups.list', Done, BackupList),
  make: rpc('backups.make', MakeBackup, Backup),
  remove: rpc('backups.remove', RemoveBackup, Done),
});

/**
 * Backups in a folder of the server, for who may `makeBackups`, by what they are now; others:
 * `forbidden`. What is done is written down in the audit log.
 *
 * - `list`: those that are kept, that is made, and that have failed lately; and whether the next
 *   one will be encrypted, which is for who runs the server to say.
 * - `make`: begins one, which is made in the background. Throws `conflict {field: 'state'}` while
 *   another one is pending.
 * - `remove`: with its file. Throws `not_found`, and `conflict {field: 'state'}` while it is made.
 *
 * Deliberately not in it: to read one, or to restore it. A backup holds conversations that
 * administrators may not read, and keys: whoever has the machine has all that already.
 */
export abstract class BackupsApi extends apiClass(backupsContract) {}
