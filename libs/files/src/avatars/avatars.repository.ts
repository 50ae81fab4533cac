import type { AvatarKey, ChatId, ContentHash } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import type { AvatarOwner, AvatarSquare, StoredAvatar } from './avatar.js';

interface AvatarDocument {
  readonly _id: AvatarKey;
  readonly owner: AvatarOwner;
  readonly squares: readonly AvatarSquare[];
  readonly createdAt: Date;
}

const avatarSchema = new Schema<AvatarDocument>(
  {
    _id: { type: String, required: true },
    owner: { type: Schema.Types.Mixed, required: true },
    squares: { type: [Schema.Types.Mixed], required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
  .index({ 'owner.id': 1 }, { name: 'avatar_owner' })
  // Who still needs a content.
  .index({ 'squares.sha256': 1 }, { name: 'avatar_content' });

/** Avatars, also those that are about to be somebody's, or were. */
@Injectable()
export class AvatarsRepository {
  readonly #avatars: Model<AvatarDocument>;

  constructor(database: Database) {
    this.#avatars = database.model('avatars', avatarSchema);
  }

  async insert({ key, owner, squares }: StoredAvatar, createdAt: Date): Promise<void> {
    await this.#avatars.create({ _id: key, owner, squares, createdAt });
  }

  async find(key: AvatarKey): Promise<StoredAvatar | undefined> {
    const document = await this.#avatars.findById(key).lean<AvatarDocument>();
    return document ? toAvatar(document) : undefined;
  }

  async ofChat(chatId: ChatId): Promise<StoredAvatar[]> {
    const found = await this.#avatars.find({ 'owner.id': chatId }).lean<AvatarDocument[]>();
    return found.map(toAvatar).filter(({ owner }) => owner.kind === 'chat');
  }

  /** The avatar if this call is the one that removed it. */
  async remove(key: AvatarKey): Promise<StoredAvatar | undefined> {
    const document = await this.#avatars.findByIdAndDelete(key).lean<AvatarDocument>();
    return document ? toAvatar(document) : undefined;
  }

  /** Whether an avatar has this content. */
  async isNeeded(sha256: ContentHash): Promise<boolean> {
    return (await this.#avatars.exists({ 'squares.sha256': sha256 })) !== null;
  }

  /** Made before then, by key, behind this one; at most `limit`. */
  async olderThan(
    before: Date,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<StoredAvatar[]> {
    const found = await this.#avatars
      .find({ _id: { $gt: after as AvatarKey }, createdAt: { $lt: before } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<AvatarDocument[]>();
    return found.map(toAvatar);
  }
}

const toAvatar = ({ _id, owner, squares }: AvatarDocument): StoredAvatar => ({
  key: _id,
  owner,
  squares,
});
