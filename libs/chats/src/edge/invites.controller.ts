import {
  anonymous,
  Chat,
  ChatId,
  Invite,
  InviteBody,
  InviteCode,
  InviteList,
  InvitePreview,
  InvitesApi,
  type Actor,
} from '@app/contracts';
import { CurrentActor, EdgeController, Limit, Public, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post } from '@nestjs/common';

@EdgeController('', 'Links by which people come into a chat.')
export class InvitesController {
  constructor(private readonly invites: InvitesApi) {}

  @Post('chats/:chatId/invites')
  @Route({
    summary: 'Make an invite link',
    scope: 'chats:write',
    description: 'By admins. Whoever holds it may join: `<client>/invite/<code>`.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted'],
    ok: Invite,
    status: 201,
  })
  create(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Body({ schema: InviteBody }) input: InviteBody,
  ): Promise<Invite> {
    return this.invites.create(actor, { chatId, ...input });
  }

  @Get('chats/:chatId/invites')
  @Route({
    summary: 'List the invite links of a chat that still work',
    scope: 'chats:read',
    problems: ['not_found', 'not_member', 'forbidden'],
    ok: InviteList,
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<InviteList> {
    return this.invites.list(actor, { chatId });
  }

  @Delete('chats/:chatId/invites/:code')
  @Route({
    summary: 'Revoke an invite link',
    scope: 'chats:write',
    problems: ['not_found', 'not_member', 'forbidden'],
  })
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Param('code', { schema: InviteCode }) code: InviteCode,
  ): Promise<void> {
    await this.invites.revoke(actor, { chatId, code });
  }

  @Public()
  // Anybody may ask: not fast enough to guess.
  @Limit({ per: 'address', share: 1 / 40 })
  @Get('invites/:code')
  @Route({
    summary: 'See what an invite link leads to',
    problems: ['not_found', 'gone'],
    ok: InvitePreview,
  })
  preview(@Param('code', { schema: InviteCode }) code: InviteCode): Promise<InvitePreview> {
    return this.invites.preview(anonymous, { code });
  }

  @Post('invites/:code/accept')
  @Route({
    summary: 'Join by an invite link',
    scope: 'chats:write',
    description: 'Accepting it again is success, and counts once.',
    problems: ['not_found', 'gone', 'conflict'],
    ok: Chat,
  })
  accept(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: InviteCode }) code: InviteCode,
  ): Promise<Chat> {
    return this.invites.accept(actor, { code });
  }
}
