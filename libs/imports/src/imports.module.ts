import { ImportsApi } from '@app/contracts';
import { Denials, PermissionGate, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { AccountsHere } from './kept/accounts-here.js';
import { FileImporter } from './kept/file-importer.js';
import { ImportFolder } from './kept/import-folder.js';
import { ImportJobs } from './kept/import-jobs.js';
import { ImportRunner } from './kept/import-runner.js';
import { ImportsRepository } from './kept/imports.repository.js';
import { ImportsService } from './kept/imports.service.js';

/**
 * In a process that keeps the bytes of files: archives come in as such, and their contents go
 * there. Global, since the edge of administration knows its port and must not know who brings it.
 */
@Global()
@Module({
  providers: [
    AccountsHere,
    Denials,
    FileImporter,
    ImportFolder,
    ImportJobs,
    ImportRunner,
    ImportsRepository,
    PermissionGate,
    provideOutbox('imports'),
    ...provideApi(ImportsApi, ImportsService),
  ],
  exports: [ImportsApi],
})
export class ImportsModule {}
