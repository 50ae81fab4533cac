import { FilesApi } from '@app/contracts';
import {
  CONFIG,
  Denials,
  LiveSettings,
  PermissionGate,
  provideApi,
  provideOutbox,
  Readiness,
} from '@app/platform';
import { Global, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { AvatarTransfers } from './avatar-transfers.js';
import { AvatarGiving } from './avatars/avatar-giving.js';
import { AvatarMaker } from './avatars/avatar-maker.js';
import { AvatarOwners } from './avatars/avatar-owners.js';
import { AvatarSquares } from './avatars/avatar-squares.js';
import { BotPictures } from './avatars/bot-pictures.js';
import { AvatarRecords } from './avatars/avatar-records.js';
import { AvatarSweep } from './avatars/avatar-sweep.js';
import { AvatarsRepository } from './avatars/avatars.repository.js';
import { LocalAvatarTransfers } from './avatars/local-avatar-transfers.js';
import { ContentNeeds } from './content-needs.js';
import { Contents } from './contents.js';
import { ExportTransfers } from './export-transfers.js';
import { ExportArchives } from './exports/export-archives.js';
import { ExportEnds } from './exports/export-ends.js';
import { ExportFiles } from './exports/export-files.js';
import { ExportJobs } from './exports/export-jobs.js';
import { ExportMaker } from './exports/export-maker.js';
import { ExportRecords } from './exports/export-records.js';
import { ExportsRepository } from './exports/exports.repository.js';
import { LocalExportTransfers } from './exports/local-export-transfers.js';
import { FileAccess } from './file-access.js';
import { FileIntake } from './file-intake.js';
import { FileLinker } from './file-linker.js';
import { FileRecords } from './file-records.js';
import { FileRemoval } from './file-removal.js';
import { FileSweep } from './file-sweep.js';
import { FileTotalsRepository } from './file-totals.repository.js';
import { FileTransfers } from './file-transfers.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { LocalFileTransfers } from './local-file-transfers.js';
import { BoundedPrograms } from './previews/bounded-programs.js';
import { MediaPrograms } from './previews/media-programs.js';
import { PreviewJobs } from './previews/preview-jobs.js';
import { PreviewMaker } from './previews/preview-maker.js';
import { PreviewNews } from './previews/preview-news.js';
import { PreviewProgram } from './previews/preview-program.js';
import { Previews } from './previews/previews.js';
import { WorkFolders } from './previews/work-folders.js';
import { OpenUses } from './open-uses.js';
import { Quota } from './quota.js';
import { QuotaRecount } from './quota-recount.js';
import { RemovalsRepository } from './removals.repository.js';
import { ResumableTransfers } from './resumable-transfers.js';
import { ResumableUploads } from './resumable/resumable-uploads.js';
import { UnfinishedSweep } from './resumable/unfinished-sweep.js';
import { UploadBytes } from './resumable/upload-bytes.js';
import { UploadRoom } from './resumable/upload-room.js';
import { UploadTurns } from './resumable/upload-turns.js';
import { UploadsRepository } from './resumable/uploads.repository.js';
import { Scanner } from './scan/scanner.js';
import { Scrubber } from './scrub/scrubber.js';
import { storageFrom } from './storage/storage-from.js';
import { StoragePort } from './storage/storage-port.js';

/** Global, since other modules know `FilesApi` and must not know who brings it. */
@Global()
@Module({
  providers: [
    { provide: StoragePort, useFactory: storageFrom, inject: [CONFIG] },
    FilesRepository,
    FileTotalsRepository,
    RemovalsRepository,
    ExportsRepository,
    ContentNeeds,
    Contents,
    Scanner,
    LiveSettings,
    Quota,
    QuotaRecount,
    FileAccess,
    FileIntake,
    FileLinker,
    FileRecords,
    Scrubber,
    FileRemoval,
    FileSweep,
    BoundedPrograms,
    MediaPrograms,
    WorkFolders,
    PreviewProgram,
    PreviewMaker,
    PreviewNews,
    Previews,
    PreviewJobs,
    OpenUses,
    UploadsRepository,
    UploadRoom,
    UploadTurns,
    UploadBytes,
    UnfinishedSweep,
    AvatarsRepository,
    AvatarMaker,
    AvatarGiving,
    AvatarRecords,
    AvatarOwners,
    AvatarSquares,
    BotPictures,
    Denials,
    PermissionGate,
    AvatarSweep,
    ExportRecords,
    ExportFiles,
    ExportEnds,
    ExportMaker,
    ExportJobs,
    ExportArchives,
    provideOutbox('files'),
    { provide: ExportTransfers, useClass: LocalExportTransfers },
    { provide: AvatarTransfers, useClass: LocalAvatarTransfers },
    { provide: FileTransfers, useClass: LocalFileTransfers },
    { provide: ResumableTransfers, useClass: ResumableUploads },
    ...provideApi(FilesApi, FilesService),
  ],
  exports: [FilesApi, ExportTransfers, AvatarTransfers, FileTransfers, ResumableTransfers],
})
export class FilesModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly storage: StoragePort,
    private readonly readiness: Readiness,
  ) {}

  /** Without it nothing but uploads and downloads is refused, and those in words. */
  onModuleInit(): void {
    this.readiness.addCheck('storage', () => this.storage.check(), { isVital: false });
  }

  onApplicationShutdown(): Promise<void> {
    return this.storage.close();
  }
}
