import {
  AvatarKey,
  AvatarQuery,
  Chat,
  ChatId,
  Profile,
  UserId,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Limit, Public, Route } from '@app/platform';
import { Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AvatarTransfers } from '../avatar-transfers.js';
import { answerWith } from './file-answer.js';
import { withFormFile } from './form-file.js';

const form = { file: { type: 'string', format: 'binary' } } as const;

const giving = [
  'validation_failed',
  'payload_too_large',
  'unsupported_media_type',
  'malware_found',
  'storage_full',
] as const;

const description =
  'A JPEG, PNG or WebP of at most 5 MB, told by its bytes. Squares of 64 and 256 px are cut out of ' +
  'its middle and kept, without metadata; the picture itself is not, and neither are the former ' +
  'squares.';

@EdgeController('', 'Pictures of people and of chats.')
export class AvatarsController {
  constructor(private readonly avatars: AvatarTransfers) {}

  @Post('users/avatar')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Give myself a picture',
    scope: 'users:write',
    description,
    problems: giving,
    form,
    ok: Profile,
  })
  giveToMyself(@CurrentActor() actor: Actor, @Req() request: Request): Promise<Profile> {
    return withFormFile(request, (picture) => this.avatars.giveToMyself(actor, picture));
  }

  @Delete('users/avatar')
  @Route({ summary: 'Go back to my initials', scope: 'users:write', problems: [] })
  takeFromMyself(@CurrentActor() actor: Actor): Promise<Done> {
    return this.avatars.takeFromMyself(actor);
  }

  @Post('admin/bots/:userId/avatar')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Give a bot a picture',
    scope: 'admin:write',
    description: `${description} Also one that an incoming webhook speaks for.`,
    problems: ['forbidden', ...giving],
    form,
    ok: Profile,
  })
  giveToBot(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Req() request: Request,
  ): Promise<Profile> {
    const bot = { userId, origin };
    return withFormFile(request, (picture) => this.avatars.giveToBot(actor, bot, picture));
  }

  @Delete('admin/bots/:userId/avatar')
  @Route({
    summary: 'Take the picture from a bot',
    scope: 'admin:write',
    problems: ['forbidden'],
  })
  takeFromBot(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<Done> {
    return this.avatars.takeFromBot(actor, { userId, origin });
  }

  @Post('chats/:chatId/avatar')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Give a chat a picture',
    scope: 'chats:write',
    description: `${description} By the admins of a group or channel; it is a system message.`,
    problems: ['not_found', 'not_member', 'forbidden', 'muted', ...giving],
    form,
    ok: Chat,
  })
  giveToChat(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Req() request: Request,
  ): Promise<Chat> {
    return withFormFile(request, (picture) => this.avatars.giveToChat(actor, chatId, picture));
  }

  @Delete('chats/:chatId/avatar')
  @Route({
    summary: 'Take the picture from a chat',
    scope: 'chats:write',
    description: 'By its admins. It is a system message.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted'],
  })
  takeFromChat(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<Done> {
    return this.avatars.takeFromChat(actor, chatId);
  }

  @Get('files/avatars/:key')
  @Public()
  @Route({
    summary: 'Get the picture of a person or a chat',
    description:
      'A square WebP. Needs no token: nobody guesses its address, which is told with the person or ' +
      'the chat, and under which there is never another picture.',
    problems: ['not_found', 'range_not_satisfiable'],
    bytes: [200, 206, 304],
  })
  async read(
    @Param('key', { schema: AvatarKey }) key: AvatarKey,
    @Query({ schema: AvatarQuery }) { size }: AvatarQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const picture = await this.avatars.open(key, size);
    await answerWith(picture, { request, response, toKeep: false, isForEver: true });
  }
}
