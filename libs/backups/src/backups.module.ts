import { BackupsApi } from '@app/contracts';
import { Denials, PermissionGate, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { BackupEnds } from './kept/backup-ends.js';
import { BackupFolder } from './kept/backup-folder.js';
import { BackupJobs } from './kept/backup-jobs.js';
import { BackupsRepository } from './kept/backups.repository.js';
import { BackupsService } from './kept/backups.service.js';

/**
 * In a process that has the database and the contents of files. Global, since the edge of
 * administration knows its port and must not know who brings it.
 */
@Global()
@Module({
  providers: [
    BackupEnds,
    BackupFolder,
    BackupJobs,
    BackupsRepository,
    Denials,
    PermissionGate,
    provideOutbox('backups'),
    ...provideApi(BackupsApi, BackupsService),
  ],
  exports: [BackupsApi],
})
export class BackupsModule {}
