import {
  AddMembersBody,
  Chat,
  ChatId,
  MemberPage,
  MembersApi,
  PageQuery,
  RoleBody,
  UserId,
  type Actor,
} from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';

@EdgeController('chats/:chatId', 'Who is in a chat, and as what.')
export class MembersController {
  constructor(private readonly members: MembersApi) {}

  @Get('members')
  @Route({
    summary: 'List the members of a chat',
    scope: 'chats:read',
    description: 'With their read marks, where both of us share them.',
    problems: ['not_found', 'not_member'],
    ok: MemberPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<MemberPage> {
    return this.members.list(actor, { chatId, ...query });
  }

  @Post('members')
  @Route({
    summary: 'Add people to a group or channel',
    scope: 'chats:write',
    description: 'Who is in already stays as they are.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted', 'blocked', 'conflict'],
  })
  async add(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Body({ schema: AddMembersBody }) { userIds }: AddMembersBody,
  ): Promise<void> {
    await this.members.add(actor, { chatId, userIds });
  }

  @Put('members/:userId')
  @Route({
    summary: 'Change what a member may do',
    scope: 'chats:write',
    description: '`owner` hands the chat over: who had it becomes an admin.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted', 'conflict'],
  })
  async changeRole(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: RoleBody }) { role }: RoleBody,
  ): Promise<void> {
    await this.members.changeRole(actor, { chatId, userId, role });
  }

  @Delete('members/:userId')
  @Route({
    summary: 'Remove somebody from a group or channel',
    scope: 'chats:write',
    description: 'By its admins. The owner cannot be removed.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted'],
  })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<void> {
    await this.members.remove(actor, { chatId, userId });
  }

  @Post('join')
  @Route({
    summary: 'Join a public channel',
    scope: 'chats:write',
    problems: ['not_found', 'forbidden'],
    ok: Chat,
  })
  join(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<Chat> {
    return this.members.join(actor, { chatId });
  }

  @Post('leave')
  @Route({
    summary: 'Leave a group or channel',
    scope: 'chats:write',
    description: 'Its owner hands it over first. A direct chat is hidden from me.',
    problems: ['not_found', 'not_member', 'conflict'],
  })
  async leave(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<void> {
    await this.members.leave(actor, { chatId });
  }
}
