import {
  AdminRetentionApi,
  ChatId,
  ChatRetention,
  ChatRetentionPage,
  ChatRetentionRule,
  PageQuery,
  PreviewRetention,
  PurgeOrder,
  RetentionPatch,
  RetentionPreview,
  RetentionRun,
  RetentionState,
  WhyRemoved,
  type Actor,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Limit, Route } from '@app/platform';
import { Body, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { aChatRetention, aPreview, theRetention } from './retention-example.js';

const { startedAt } = theRetention.lastRun!;

@EdgeController('admin/retention', 'For how long messages are kept.')
export class AdminRetentionController {
  constructor(private readonly retention: AdminRetentionApi) {}

  @Get()
  @Route({
    summary: 'Read for how long messages are kept, and what came of the last purge',
    scope: 'admin:read',
    description: '`days` null: for ever. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: RetentionState,
    example: theRetention,
  })
  get(@CurrentActor() actor: Actor): Promise<RetentionState> {
    return this.retention.get(actor, {});
  }

  @Patch()
  @Route({
    summary: 'Change for how long messages are kept',
    scope: 'admin:write',
    description:
      'One of the settings of the workspace. What is older goes in the next night, for good; chats ' +
      'with a rule of their own go by that. `precondition_failed`: the settings were changed since ' +
      'the `version` that is given.',
    problems: ['forbidden', 'precondition_failed'],
    ok: RetentionState,
    example: theRetention,
    requestExample: { days: 365, version: 3, reason: 'The law asks for a year' },
  })
  change(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: RetentionPatch }) patch: RetentionPatch,
  ): Promise<RetentionState> {
    return this.retention.change(actor, { patch, origin });
  }

  @Get('chats')
  @Route({
    summary: 'List the groups and channels with a rule of their own',
    scope: 'admin:read',
    problems: ['forbidden'],
    ok: ChatRetentionPage,
    example: { items: [aChatRetention], page: { nextCursor: null, hasMore: false } },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<ChatRetentionPage> {
    return this.retention.list(actor, query);
  }

  @Get('chats/:chatId')
  @Route({
    summary: 'Read for how long the messages of a group or channel are kept',
    scope: 'admin:read',
    description: '`days` null: for ever; absent: as in the workspace.',
    problems: ['forbidden', 'not_found'],
    ok: ChatRetention,
    example: aChatRetention,
  })
  ofChat(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<ChatRetention> {
    return this.retention.ofChat(actor, { chatId });
  }

  @Put('chats/:chatId')
  @Route({
    summary: 'Keep the messages of a group or channel for another time',
    scope: 'admin:write',
    problems: ['forbidden', 'not_found'],
    ok: ChatRetention,
    example: aChatRetention,
    requestExample: { days: 90, reason: 'Tickets are closed by then' },
  })
  set(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Body({ schema: ChatRetentionRule }) rule: ChatRetentionRule,
  ): Promise<ChatRetention> {
    return this.retention.set(actor, { chatId, rule, origin });
  }

  @Delete('chats/:chatId')
  @Route({
    summary: 'Keep the messages of a group or channel as long as those of the workspace',
    scope: 'admin:write',
    problems: ['forbidden', 'not_found'],
    ok: ChatRetention,
  })
  unset(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<ChatRetention> {
    return this.retention.unset(actor, { chatId, reason, origin });
  }

  @Get('preview')
  @Limit({ per: 'user', share: 1 / 5 })
  @Route({
    summary: 'Say what would go by a rule, which is not set for it',
    scope: 'admin:read',
    description:
      'A part at a time: as long as there is a `nextCursor`, ask again with it as `cursor`, and ' +
      'add up. With `chatId`: for this group or channel (`days` absent: as in the workspace), else ' +
      'for all (`days` absent: as it is set). `items`: those that lose most; what is said in direct ' +
      'chats is counted, and they are not named.',
    problems: ['forbidden', 'not_found'],
    ok: RetentionPreview,
    example: aPreview,
  })
  preview(
    @CurrentActor() actor: Actor,
    @Query({ schema: PreviewRetention }) asked: PreviewRetention,
  ): Promise<RetentionPreview> {
    return this.retention.preview(actor, asked);
  }

  @Post('purge')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Remove now what is too old',
    scope: 'admin:write',
    description:
      'What is done every night anyway: for good, and in the background; `lastRun` tells what came ' +
      'of it. `conflict`: it is under way.',
    problems: ['forbidden', 'conflict'],
    ok: RetentionRun,
    status: 202,
    example: { state: 'running', startedAt, chats: 0, messages: 0, files: 0, bytes: 0 },
    requestExample: { reason: 'The disk is full' },
  })
  purge(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: PurgeOrder }) order: PurgeOrder,
  ): Promise<RetentionRun> {
    return this.retention.purge(actor, { ...order, origin });
  }
}
