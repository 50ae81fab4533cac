import { problem, type AvatarKey, type AvatarSize } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import type { ReadableFile } from '../file-transfers.js';
import { AvatarsRepository } from './avatars.repository.js';

/** The squares that there are, for whoever knows their key. */
@Injectable()
export class AvatarSquares {
  constructor(
    private readonly avatars: AvatarsRepository,
    private readonly contents: Contents,
  ) {}

  /** Throws `not_found` when it is nobody's, or no longer. */
  async open(key: AvatarKey, size: AvatarSize): Promise<ReadableFile> {
    const avatar = await this.avatars.find(key);
    const square = avatar?.squares.find((one) => one.size === size);
    if (!square) throw problem('not_found');
    const { sha256, sizeBytes } = square;
    return {
      ...{ name: 'avatar.webp', mime: 'image/webp', size: sizeBytes, sha256, isInline: true },
      read: (range) => this.contents.open(sha256, range),
      linkFor: () => Promise.resolve(undefined),
    };
  }
}
