import { avatarPathOf, Problem, problem, type AvatarPath } from '@app/contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { IncomingPicture } from '../avatar-transfers.js';
import type { AvatarOwner, StoredAvatar } from './avatar.js';
import { AvatarMaker } from './avatar-maker.js';
import { AvatarOwners } from './avatar-owners.js';
import { AvatarRecords } from './avatar-records.js';

/** Bytes of a form around its file, at most. */
const formBytes = 4096;

/** What an owner says of a change. */
export interface Changed {
  readonly former?: string | undefined;
}

/**
 * Keeps the squares first, then tells the owner, then lets go of the former ones: so whatever
 * breaks off on the way, nobody has an avatar without a picture. What is nobody's is found by a
 * sweep.
 */
@Injectable()
export class AvatarGiving {
  readonly #logger = new Logger(AvatarGiving.name);

  constructor(
    private readonly maker: AvatarMaker,
    private readonly owners: AvatarOwners,
    private readonly records: AvatarRecords,
  ) {}

  /** `tell`: the owner, who says what came of it. Throws as `AvatarTransfers`, and as `tell`. */
  async give<T extends Changed>(
    owner: AvatarOwner,
    { content, announcedBytes, atEnd }: IncomingPicture,
    tell: (avatar: AvatarPath) => Promise<T>,
  ): Promise<T> {
    if (announcedBytes > this.maker.maxBytes + formBytes) throw problem('payload_too_large');
    const squares = await this.maker.make(content, atEnd);
    const avatar = await this.records.add(owner, squares);
    const changed = await this.#told(avatar, tell);
    await this.letGo(changed);
    return changed;
  }

  /** It is done already: what is left of the former one is no reason to say otherwise. */
  async letGo({ former }: Changed): Promise<void> {
    try {
      await this.records.releasePath(former);
    } catch (error) {
      // The storage is away: a sweep finds it.
      this.#logger.warn(error);
    }
  }

  async #told<T>(avatar: StoredAvatar, tell: (avatar: AvatarPath) => Promise<T>): Promise<T> {
    try {
      return await tell(avatarPathOf(avatar.key));
    } catch (error) {
      // Refused; unless it was done, and something else went wrong. Who did not answer may still do
      // it: then a sweep finds what came of it.
      const isRefused = error instanceof Problem && error.status < 500;
      const unclaimed = isRefused ? await this.owners.unclaimed([avatar]) : [];
      for (const { key } of unclaimed) await this.records.release(key);
      throw error;
    }
  }
}
