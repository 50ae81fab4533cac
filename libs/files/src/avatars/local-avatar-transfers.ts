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
import { AvatarTransfers, type BotPicture, type IncomingPicture } from '../avatar-transfers.js';
import type { ReadableFile } from '../file-transfers.js';
import { AvatarGiving } from './avatar-giving.js';
import { AvatarSquares } from './avatar-squares.js';
import { BotPictures } from './bot-pictures.js';

@Injectable()
export class LocalAvatarTransfers extends AvatarTransfers {
  constructor(
    private readonly access: AccessApi,
    private readonly users: UsersApi,
    private readonly chats: ChatsApi,
    private readonly bots: BotPictures,
    private readonly giving: AvatarGiving,
    private readonly squares: AvatarSquares,
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

  giveToBot(actor: Actor, bot: BotPicture, incoming: IncomingPicture): Promise<Profile> {
    return this.bots.change(actor, bot, (itself) => this.giveToMyself(itself, incoming));
  }

  takeFromBot(actor: Actor, bot: BotPicture): Promise<Done> {
    return this.bots.change(actor, bot, (itself) => this.takeFromMyself(itself));
  }

  async takeFromMyself(actor: Actor): Promise<Done> {
    await this.giving.letGo(await this.users.changeAvatar(actor, { avatar: null }));
    return {};
  }

  async takeFromChat(actor: Actor, chatId: ChatId): Promise<Done> {
    await this.giving.letGo(await this.chats.changeAvatar(actor, { chatId, avatar: null }));
    return {};
  }

  open(key: AvatarKey, size: AvatarSize): Promise<ReadableFile> {
    return this.squares.open(key, size);
  }
}
