import { ChatId, HiddenQuery, HiddenSlots, ReadsApi, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Param, Query } from '@nestjs/common';

@EdgeController('chats/:chatId', 'Messages that a person has hidden for themselves.')
export class HiddenController {
  constructor(private readonly reads: ReadsApi) {}

  @Get('hidden')
  @Route({
    summary: 'List what I have deleted for myself in a chat',
    scope: 'messages:read',
    description:
      'After a reconnect, where `GET /api/sync` tells of more `hides` than you know: ask with yours ' +
      'as `after`. Where `isWhole` is false, fetch the chat anew.',
    problems: ['not_found', 'not_member'],
    ok: HiddenSlots,
  })
  hidden(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
    @Query({ schema: HiddenQuery }) query: HiddenQuery,
  ): Promise<HiddenSlots> {
    return this.reads.hidden(actor, { chatId, ...query });
  }
}
