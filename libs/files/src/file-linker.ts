import type { FileLink } from '@app/contracts';
import { Clock, CONFIG, SignedPaths, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { previewOf, type StoredFile } from './file.js';

/** Makes links by which a file is read without a token, for a while. */
@Injectable()
export class FileLinker {
  constructor(
    private readonly paths: SignedPaths,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  linkTo(file: StoredFile): FileLink {
    const { id, details } = file;
    const { linkSeconds } = this.config.files;
    const url = this.paths.sign(`/api/files/${id}`, linkSeconds);
    const preview = this.paths.sign(`/api/files/${id}/preview`, linkSeconds);
    const sizes = details?.sizes ?? [];
    return {
      id,
      url,
      expiresAt: new Date(this.clock.now().getTime() + linkSeconds * 1000).toISOString(),
      ...previewOf(file),
      previews: sizes.map((size) => ({ size, url: `${preview}&size=${size}` })),
    };
  }
}
