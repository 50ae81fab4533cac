import type { AvatarKey, AvatarSize, ChatId, UserId } from '@app/contracts';
import type { Stored } from '../storage/storage-port.js';

/** Whose picture it is. */
export type AvatarOwner =
  { readonly kind: 'user'; readonly id: UserId } | { readonly kind: 'chat'; readonly id: ChatId };

/** A square of it, as a WebP. */
export interface AvatarSquare extends Stored {
  readonly size: AvatarSize;
}

/** The picture of somebody, as kept: its squares. */
export interface StoredAvatar {
  readonly key: AvatarKey;
  readonly owner: AvatarOwner;
  readonly squares: readonly AvatarSquare[];
}
