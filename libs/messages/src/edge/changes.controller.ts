import { ChangePage, ChangesQuery, ChatId, MessagesApi, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Param, Query } from '@nestjs/common';

/** What happened in a chat: beside the routes of the chats module, served by the log. */
@EdgeController('chats', 'What has changed in a chat since a `rev`.')
export class ChangesController {
  constructor(private readonly messages: MessagesApi) {}

  @Get(':chatId/changes')
  @Route({
    summary: 'List what changed in a chat after a rev',
    scope: 'messages:read',
    description:
      'The repair of a gap: apply the items in their order, and you are at `toRev`. Two changes of ' +
      'one message are one item; go on from `toRev` while `hasMore`.',
    problems: ['not_found', 'not_member'],
    ok: ChangePage,
  })
  changes(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: ChangesQuery }) query: ChangesQuery,
  ): Promise<ChangePage> {
    return this.messages.changes(actor, { chatId, ...query });
  }
}
