export { backUp, type BackupFile, type BackupSource } from './archive/back-up.js';
export { isNamed } from './archive/backup-parts.js';
export { DatabasePaste } from './archive/database-copy.repository.js';
export { checkBackup, restore, type BackupCount } from './archive/restore.js';
export { BackupsModule } from './backups.module.js';
