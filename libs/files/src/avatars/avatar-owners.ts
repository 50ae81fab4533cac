import { avatarPathOf, ChatsApi, UsersApi, type ChatId, type UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { asModule } from '../as-module.js';
import type { AvatarOwner, StoredAvatar } from './avatar.js';

/** Which avatars their owners have now: they say so, not this module. */
@Injectable()
export class AvatarOwners {
  constructor(
    private readonly users: UsersApi,
    private readonly chats: ChatsApi,
  ) {}

  /** Of at most 100 avatars those that are nobody's. */
  async unclaimed(avatars: readonly StoredAvatar[]): Promise<StoredAvatar[]> {
    const [ofUsers, ofChats] = await Promise.all([
      this.#ofUsers(idsOf('user', avatars) as UserId[]),
      this.#ofChats(idsOf('chat', avatars) as ChatId[]),
    ]);
    const claimed = new Set([...ofUsers, ...ofChats]);
    return avatars.filter(({ key }) => !claimed.has(avatarPathOf(key)));
  }

  async #ofUsers(userIds: readonly UserId[]): Promise<readonly (string | undefined)[]> {
    if (userIds.length === 0) return [];
    const { items } = await this.users.lookUp(asModule, { userIds: [...userIds] });
    return items.map(({ avatar }) => avatar);
  }

  async #ofChats(chatIds: readonly ChatId[]): Promise<readonly string[]> {
    if (chatIds.length === 0) return [];
    const { items } = await this.chats.avatars(asModule, { chatIds: [...chatIds] });
    return items.map(({ avatar }) => avatar);
  }
}

function idsOf(kind: AvatarOwner['kind'], avatars: readonly StoredAvatar[]): string[] {
  const owners = avatars.map(({ owner }) => owner).filter((owner) => owner.kind === kind);
  return [...new Set(owners.map(({ id }) => id))];
}
