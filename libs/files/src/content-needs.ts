import type { ContentHash } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { AvatarsRepository } from './avatars/avatars.repository.js';
import { ExportsRepository } from './exports/exports.repository.js';
import { FilesRepository } from './files.repository.js';

/** Who needs a content: all that has any in the storage. */
@Injectable()
export class ContentNeeds {
  constructor(
    private readonly files: FilesRepository,
    private readonly avatars: AvatarsRepository,
    private readonly exports: ExportsRepository,
  ) {}

  /** Whether a file, an avatar or an export has it. */
  async has(sha256: ContentHash): Promise<boolean> {
    return (
      (await this.files.isNeeded(sha256)) ||
      (await this.avatars.isNeeded(sha256)) ||
      this.exports.isNeeded(sha256)
    );
  }
}
