import { AvatarKey, avatarKeyOf, problem, type ChatId } from '@app/contracts';
import { Clock, unguessableKey } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import type { AvatarOwner, AvatarSquare, StoredAvatar } from './avatar.js';
import { AvatarsRepository } from './avatars.repository.js';

/** Makes avatars of squares that are stored, and lets go of them. */
@Injectable()
export class AvatarRecords {
  constructor(
    private readonly avatars: AvatarsRepository,
    private readonly contents: Contents,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `service_unavailable` when a content went just now with the last other that had it. When
   * it throws, nothing is kept.
   */
  async add(owner: AvatarOwner, squares: readonly AvatarSquare[]): Promise<StoredAvatar> {
    const avatar: StoredAvatar = { key: AvatarKey.parse(unguessableKey()), owner, squares };
    try {
      await this.avatars.insert(avatar, this.clock.now());
    } catch (error) {
      // Whatever it was: nobody has these.
      await this.drop(squares);
      throw error;
    }
    const kept = await Promise.all(squares.map(({ sha256 }) => this.contents.isKept(sha256)));
    if (!kept.includes(false)) return avatar;
    await this.release(avatar.key);
    throw problem('service_unavailable', { service: 'files' });
  }

  /** From its readers first, then from the storage. Each step may be repeated. */
  async release(key: AvatarKey): Promise<void> {
    const avatar = await this.avatars.remove(key);
    if (avatar) await this.drop(avatar.squares);
  }

  /** Of a chat that nobody can read any more. */
  async releaseOfChat(chatId: ChatId): Promise<void> {
    for (const { key } of await this.avatars.ofChat(chatId)) await this.release(key);
  }

  /** As `release`, by what its owner calls it. */
  async releasePath(path: string | undefined): Promise<void> {
    const key = path === undefined ? undefined : avatarKeyOf(path);
    if (key !== undefined) await this.release(key);
  }

  /** Contents, unless something else has them. */
  async drop(squares: readonly AvatarSquare[]): Promise<void> {
    for (const { sha256 } of squares) await this.contents.dropUnneeded(sha256);
  }
}
