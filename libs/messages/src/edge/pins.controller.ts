import {
  ChatId,
  Message,
  MessageId,
  PageQuery,
  PinPage,
  PinsApi,
  type Actor,
} from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Delete, Get, Param, Put, Query } from '@nestjs/common';

const problems = ['not_found', 'not_member', 'forbidden', 'muted', 'gone'] as const;

/** What of a log a chat keeps at hand: beside the routes of the chats module, as its files are. */
@EdgeController('', 'Messages that stand out in their chat.')
export class PinsController {
  constructor(private readonly pins: PinsApi) {}

  @Put('messages/:id/pin')
  @Route({
    summary: 'Pin a message',
    scope: 'messages:write',
    description: 'For everybody in the chat, at most 1,000 there. Pinned already is success.',
    problems: [...problems, 'conflict'],
    ok: Message,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
  ): Promise<Message> {
    return this.pins.pin(actor, { messageId, isPinned: true });
  }

  @Delete('messages/:id/pin')
  @Route({
    summary: 'Unpin a message',
    scope: 'messages:write',
    description: 'Not pinned is success.',
    problems: [...problems],
    ok: Message,
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
  ): Promise<Message> {
    return this.pins.pin(actor, { messageId, isPinned: false });
  }

  @Get('chats/:chatId/pins')
  @Route({
    summary: 'List the pinned messages of a chat',
    scope: 'messages:read',
    description: 'Those that I may see, the newest message first.',
    problems: ['not_found', 'not_member'],
    ok: PinPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<PinPage> {
    return this.pins.list(actor, { chatId, ...query });
  }
}
