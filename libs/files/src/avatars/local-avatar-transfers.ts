import {
  AccessApi,
  ChatsApi,
  may,
  problem,
  UsersApi,
  type Actor,
  type AvatarKey,
  type AvatarPath,
  type AvatarSize,
  type Chat,
  type ChatId,
  type Done,
  type Profile,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { AvatarTransfers, type IncomingPicture } from '../avatar-transfers.js';
import { Contents } from '../contents.js';
import type { ReadableFile } from '../file-transfers.js';
import { AvatarGiving } from './avatar-giving.js';
import { AvatarsRepository } from './avatars.repository.js';

@Injectable()
export class LocalAvatarTransfers extends AvatarTransfers {
  constructor(
    private readonly access: AccessApi,
    private readonly users: UsersApi,
    private readonly chats: ChatsApi,
    private readonly giving: AvatarGiving,
    private readonly avatars: AvatarsRepository,
    private readonly contents: Contents,
  ) {
    super();
  }

  async giveToMyself(actor: Actor, incoming: IncomingPicture): Promise<Profile> {
    const owner = { kind: 'user', id: actor.userId } as const;
    const tell = (avatar: AvatarPath) => this.users.changeAvatar(actor, { avatar });
    return (await this.giving.give(owner, incoming, tell)).profile;
  }

  async giveToChat(actor: Actor, chatId: ChatId, incoming: IncomingPicture): Promise<Chat> {
    // Before anything is read: the chat itself looks again.
    const { kind, role } = await this.access.of(actor, { chatId });
    if (!may('changeInfo', kind, role)) throw problem('forbidden');
    const tell = (avatar: AvatarPath) => this.chats.changeAvatar(actor, { chatId, avatar });
    return (await this.giving.give({ kind: 'chat', id: chatId }, incoming, tell)).chat;
  }

  async takeFromMyself(actor: Actor): Promise<Done> {
    await this.giving.letGo(await this.users.changeAvatar(actor, { avatar: null }));
    return {};
  }

  async takeFromChat(actor: Actor, chatId: ChatId): Promise<Done> {
    await this.giving.letGo(await this.chats.changeAvatar(actor, { chatId, avatar: null }));
    return {};
  }

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
