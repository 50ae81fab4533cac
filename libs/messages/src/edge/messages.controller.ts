import {
  BatchResult,
  ChatId,
  ContextQuery,
  DeleteQuery,
  EditBody,
  ListMessagesQuery,
  Message,
  MessageHistory,
  MessageId,
  MessageItems,
  MessageItemsQuery,
  MessagePage,
  MessageReceipts,
  MessagesApi,
  SendBatch,
  SendMessage,
  type Actor,
  type SentMessage,
} from '@app/contracts';
import { CreatedOrFound, CurrentActor, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { IfVersion } from './if-version.js';

@EdgeController('messages', 'Messages of a chat: sent, read, edited and deleted.')
export class MessagesController {
  constructor(private readonly messages: MessagesApi) {}

  @Post()
  @CreatedOrFound('message')
  @Route({
    summary: 'Send a message',
    isRepeatedOtherwise: true,
    scope: 'messages:write',
    description:
      'Answers once the message is stored with majority and journal. Repeat it with the same ' +
      '`clientMsgId` as often as you like: the repetition answers 200 with the same message. ' +
      'Files are uploaded before, and named by their ids; with them the text may be empty.',
    problems: [
      'not_found',
      'not_member',
      'forbidden',
      'blocked',
      'muted',
      'gone',
      'idempotency_conflict',
    ],
    ok: Message,
    status: 201,
  })
  send(
    @CurrentActor() actor: Actor,
    @Body({ schema: SendMessage }) input: SendMessage,
  ): Promise<SentMessage> {
    return this.messages.send(actor, input);
  }

  @Post('batch')
  @Route({
    summary: 'Send what was queued, with a result for each',
    isRepeatedOtherwise: true,
    scope: 'messages:write',
    description:
      'One message of a chat after the other. After `service_unavailable` the rest of that chat is ' +
      'not tried: repeat from there.',
    problems: [],
    ok: BatchResult,
  })
  sendBatch(
    @CurrentActor() actor: Actor,
    @Body({ schema: SendBatch }) input: SendBatch,
  ): Promise<BatchResult> {
    return this.messages.sendBatch(actor, input);
  }

  // The fixed paths stand before `:id`: the first that matches is taken.

  @Get('items')
  @Route({
    summary: 'Get many messages at once',
    scope: 'messages:read',
    description:
      '`ids`: up to 50, separated by commas. Those that I may not see are left out. What a reply ' +
      'answers is shown by this.',
    problems: [],
    ok: MessageItems,
  })
  items(
    @CurrentActor() actor: Actor,
    @Query({ schema: MessageItemsQuery }) { ids }: MessageItemsQuery,
  ): Promise<MessageItems> {
    return this.messages.items(actor, { messageIds: ids });
  }

  @Get('item/:id')
  @Route({
    summary: 'Get a message',
    scope: 'messages:read',
    problems: ['not_found', 'not_member'],
    ok: Message,
  })
  item(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
  ): Promise<Message> {
    return this.messages.item(actor, { messageId });
  }

  @Get('item/:id/history')
  @Route({
    summary: 'List the former texts of a message',
    scope: 'messages:read',
    description: 'Oldest first. A deleted message has none.',
    problems: ['not_found', 'not_member'],
    ok: MessageHistory,
  })
  history(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
  ): Promise<MessageHistory> {
    return this.messages.history(actor, { messageId });
  }

  @Get('item/:id/receipts')
  @Route({
    summary: 'List who has seen a message, and to whom it was delivered',
    scope: 'messages:read',
    problems: ['not_found', 'not_member'],
    ok: MessageReceipts,
  })
  receipts(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
  ): Promise<MessageReceipts> {
    return this.messages.receipts(actor, { messageId });
  }

  @Get('item/:id/context')
  @Route({
    summary: 'List the messages around one',
    scope: 'messages:read',
    problems: ['not_found', 'not_member'],
    ok: MessagePage,
  })
  context(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
    @Query({ schema: ContextQuery }) query: ContextQuery,
  ): Promise<MessagePage> {
    return this.messages.context(actor, { messageId, ...query });
  }

  @Get(':id')
  @Route({
    summary: 'List messages of a chat',
    scope: 'messages:read',
    parameters: { id: 'The chat.' },
    description:
      'Of the chat of this id: the newest ones, or those around a `seq`; ascending, without holes, deleted ones as ' +
      'tombstones. `firstSeq`, `lastSeq`, `headSeq` and `headRev` prove what you have.',
    problems: ['not_found', 'not_member'],
    ok: MessagePage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: ListMessagesQuery }) query: ListMessagesQuery,
  ): Promise<MessagePage> {
    return this.messages.list(actor, { chatId, ...query });
  }

  @Put(':id')
  @Route({
    summary: 'Edit a message of mine',
    scope: 'messages:write',
    description: 'The text that the message has already is success.',
    headers: {
      'If-Match': 'Its `version`, as in `"3"`: the edit of another one is `precondition_failed`.',
    },
    problems: [
      'not_found',
      'not_member',
      'forbidden',
      'muted',
      'gone',
      'precondition_failed',
      'edit_window_closed',
    ],
    ok: Message,
  })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
    @Body({ schema: EditBody }) { text }: EditBody,
    @IfVersion() ifVersion: number | undefined,
  ): Promise<Message> {
    return this.messages.edit(actor, { messageId, text, ifVersion });
  }

  @Delete(':id')
  @Route({
    summary: 'Delete a message, for everyone or for me',
    scope: 'messages:write',
    description: 'Answers with what is left of it. Deleted already is success.',
    problems: ['not_found', 'not_member', 'forbidden', 'delete_window_closed'],
    ok: Message,
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
    @Query({ schema: DeleteQuery }) { scope }: DeleteQuery,
  ): Promise<Message> {
    return this.messages.remove(actor, { messageId, scope });
  }
}
