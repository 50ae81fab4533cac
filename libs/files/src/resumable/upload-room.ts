import { problem } from '@app/contracts';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { UploadsRepository, type StoredUpload } from './uploads.repository.js';

/** Ms after which it is worth to ask again: one's own uploads end by then, or are given up. */
const retryAfterMs = 30_000;

/** How many uploads may be under way. */
@Injectable()
export class UploadRoom {
  constructor(
    private readonly uploads: UploadsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Counted with the new one in it, so that of many at once rather too few come in than too many.
   * Throws `rate_limited`, `storage_full`; then it is not in.
   */
  async take(upload: StoredUpload): Promise<void> {
    const { perUser, maxBytes } = this.config.files.unfinished;
    await this.uploads.insert(upload);
    const { ofUser, bytesOfAll } = await this.uploads.underWay(upload.uploadedBy);
    if (ofUser <= perUser && bytesOfAll <= maxBytes) return;
    await this.uploads.remove(upload.id);
    throw ofUser > perUser ? problem('rate_limited', { retryAfterMs }) : problem('storage_full');
  }
}
