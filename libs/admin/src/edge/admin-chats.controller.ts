import {
  AdminChat,
  AdminChatPage,
  AdminChatPatch,
  AdminChatQuery,
  AdminChatsApi,
  ChatId,
  HeirQuery,
  UserPage,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Param, Patch, Query } from '@nestjs/common';

@EdgeController('admin/chats', 'Groups and channels, seen by those who run the workspace.')
export class AdminChatsController {
  constructor(private readonly chats: AdminChatsApi) {}

  @Get()
  @Route({
    summary: 'List the groups and channels of the workspace',
    scope: 'admin:read',
    description:
      'The newest first, those too that one is not in, and no direct ones. `q`: beginning of a word ' +
      'of name, topic or slug. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: AdminChatPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AdminChatQuery }) query: AdminChatQuery,
  ): Promise<AdminChatPage> {
    return this.chats.list(actor, query);
  }

  @Get(':chatId')
  @Route({
    summary: 'Get a group or channel, and who owns it',
    scope: 'admin:read',
    problems: ['forbidden', 'not_found'],
    ok: AdminChat,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<AdminChat> {
    return this.chats.get(actor, { chatId });
  }

  @Get(':chatId/heirs')
  @Route({
    summary: 'List to whom a chat can be handed over',
    scope: 'admin:read',
    description:
      'Members who are neither its owner nor a bot, and not suspended, by id. `q`: beginning of a ' +
      'word of name or username. A page may have few of them, or none, and not be the last.',
    problems: ['forbidden', 'not_found'],
    ok: UserPage,
  })
  heirs(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: HeirQuery }) query: HeirQuery,
  ): Promise<UserPage> {
    return this.chats.heirs(actor, { chatId, ...query });
  }

  @Patch(':chatId')
  @Route({
    summary: 'Archive or restore a chat, or hand it over to one of its members',
    scope: 'admin:write',
    description: '`conflict`: the new owner is no member of it.',
    problems: ['forbidden', 'not_found', 'conflict'],
    ok: AdminChat,
    requestExample: { isArchived: true, reason: 'The project is over' },
  })
  change(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Body({ schema: AdminChatPatch }) patch: AdminChatPatch,
  ): Promise<AdminChat> {
    return this.chats.change(actor, { chatId, patch, origin });
  }

  @Delete(':chatId')
  @Route({
    summary: 'Delete a group or channel for everybody in it',
    scope: 'admin:write',
    description: 'What was said in it is kept for 30 days, and read by nobody.',
    problems: ['forbidden', 'not_found'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.chats.remove(actor, { chatId, reason, origin });
  }
}
