import { FilesApi } from '@app/contracts';
import { RawBodies } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { AvatarTransfers } from '../avatar-transfers.js';
import { ExportTransfers } from '../export-transfers.js';
import { FileTransfers } from '../file-transfers.js';
import { ResumableTransfers } from '../resumable-transfers.js';
import { AvatarsController } from './avatars.controller.js';
import { ExportsController } from './exports.controller.js';
import { FilesController } from './files.controller.js';
import { ResumableController } from './resumable.controller.js';
import { tusPath } from './tus-answer.js';

/** Where avatars come in, apart from all other files: it is what they are of that is changed. */
const avatarPaths = [
  '/api/users/avatar',
  '/api/chats/*/avatar',
  '/api/admin/bots/*/avatar',
] as const;

/** REST of the files module, for who keeps the bytes. */
@Module({
  controllers: [AvatarsController, ExportsController, FilesController, ResumableController],
})
export class FilesEdge {
  /** What is asked of who keeps the bytes. */
  static readonly paths: readonly string[] = ['/api/files', '/api/users/me/export', ...avatarPaths];

  /** For a gateway: its document has these routes, and all requests for `paths` it passes on. */
  static passedOn(): DynamicModule {
    const nobody = [
      FilesApi,
      AvatarTransfers,
      ExportTransfers,
      FileTransfers,
      ResumableTransfers,
    ].map((port) => ({
      provide: port,
      useValue: {},
    }));
    return { module: FilesEdge, providers: nobody };
  }

  constructor(bodies: RawBodies) {
    bodies.leave('/api/files/upload');
    bodies.leave(tusPath);
    for (const path of avatarPaths) bodies.leave(path);
  }
}
