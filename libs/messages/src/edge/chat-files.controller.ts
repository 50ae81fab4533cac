import { ChatFilePage, ChatFilesQuery, ChatId, MessagesApi, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Param, Query } from '@nestjs/common';

/** What the messages of a chat hold: beside the routes of the chats module, served by the log. */
@EdgeController('chats', 'Files of a chat, by kind.')
export class ChatFilesController {
  constructor(private readonly messages: MessagesApi) {}

  @Get(':chatId/files')
  @Route({
    summary: 'List the files of a chat',
    scope: 'files:read',
    description:
      'Of the messages that I may see, the newest first; of one `kind` or of all. A page ends with a ' +
      'message, so it may have a few more than `limit`, and fewer, even none, where much was looked ' +
      'through: go on while `hasMore`.',
    problems: ['not_found', 'not_member'],
    ok: ChatFilePage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: ChatFilesQuery }) query: ChatFilesQuery,
  ): Promise<ChatFilePage> {
    return this.messages.files(actor, { chatId, ...query });
  }
}
