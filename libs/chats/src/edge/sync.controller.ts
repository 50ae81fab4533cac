import { ChatsApi, SyncPage, SyncQuery, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Query } from '@nestjs/common';

@EdgeController('sync', 'Where all chats of a person stand, for clients that were away.')
export class SyncController {
  constructor(private readonly chats: ChatsApi) {}

  @Get()
  @Route({
    summary: 'See how far each of my chats has come',
    scope: 'chats:read',
    description:
      'After a reconnect: compare with what you have, and fetch `GET /api/chats/:id/changes` of ' +
      'those that moved, and `GET /api/chats/:id/hidden` of those with more `hides`.',
    problems: [],
    ok: SyncPage,
  })
  sync(
    @CurrentActor() actor: Actor,
    @Query({ schema: SyncQuery }) query: SyncQuery,
  ): Promise<SyncPage> {
    return this.chats.sync(actor, query);
  }
}
