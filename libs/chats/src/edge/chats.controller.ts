import {
  Chat,
  ChatId,
  ChatPage,
  ChatPatch,
  ChatsApi,
  ChatSettings,
  ChatSettingsPatch,
  CreateChat,
  DirectoryPage,
  ListChats,
  ListDirectory,
  type Actor,
  type CreatedChat,
} from '@app/contracts';
import { CreatedOrFound, CurrentActor, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';

@EdgeController('chats', 'Direct chats, groups and channels, and how a person has set them.')
export class ChatsController {
  constructor(private readonly chats: ChatsApi) {}

  @Post()
  @CreatedOrFound('chat')
  @Route({
    summary: 'Create a chat',
    scope: 'chats:write',
    description:
      'A direct chat with one other person (or none: notes to self), a group or a channel. ' +
      'Creating the direct chat of two people again answers 200 with the one they have.',
    problems: ['forbidden', 'muted', 'blocked', 'not_found', 'conflict'],
    ok: Chat,
    status: 201,
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateChat }) input: CreateChat,
  ): Promise<CreatedChat> {
    return this.chats.create(actor, input);
  }

  @Get()
  @Route({
    summary: 'List my chats',
    scope: 'chats:read',
    description: 'The latest activity first, each with its last message and what I have not read.',
    problems: [],
    ok: ChatPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListChats }) query: ListChats,
  ): Promise<ChatPage> {
    return this.chats.list(actor, query);
  }

  // The fixed path stands before `:chatId`: the first that matches is taken.

  @Get('directory')
  @Route({
    summary: 'Find channels',
    scope: 'chats:read',
    description:
      'Public ones, and private ones that I am in. `q`: how a word of their name begins.',
    problems: [],
    ok: DirectoryPage,
  })
  directory(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDirectory }) query: ListDirectory,
  ): Promise<DirectoryPage> {
    return this.chats.directory(actor, query);
  }

  @Get(':chatId')
  @Route({
    summary: 'Get a chat',
    scope: 'chats:read',
    problems: ['not_found', 'not_member'],
    ok: Chat,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<Chat> {
    return this.chats.get(actor, { chatId });
  }

  @Put(':chatId')
  @Route({
    summary: 'Change what a chat is called and who may post',
    scope: 'chats:write',
    description: 'By its admins. Each change is a system message. `isArchived` stops posting.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted', 'conflict'],
    ok: Chat,
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Body({ schema: ChatPatch }) patch: ChatPatch,
  ): Promise<Chat> {
    return this.chats.update(actor, { chatId, patch });
  }

  @Delete(':chatId')
  @Route({
    summary: 'Delete a chat',
    scope: 'chats:write',
    description: 'For everybody, by its owner. A direct chat is hidden from me until it goes on.',
    problems: ['not_found', 'not_member', 'forbidden', 'muted'],
  })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<void> {
    await this.chats.remove(actor, { chatId });
  }

  @Get(':chatId/me')
  @Route({
    summary: 'Get my settings of a chat',
    scope: 'chats:read',
    problems: ['not_found', 'not_member'],
    ok: ChatSettings,
  })
  settings(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<ChatSettings> {
    return this.chats.settings(actor, { chatId });
  }

  @Put(':chatId/me')
  @Route({
    summary: 'Change my settings of a chat',
    scope: 'chats:write',
    problems: ['not_found', 'not_member'],
    ok: ChatSettings,
  })
  updateSettings(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Body({ schema: ChatSettingsPatch }) patch: ChatSettingsPatch,
  ): Promise<ChatSettings> {
    return this.chats.updateSettings(actor, { chatId, patch });
  }
}
