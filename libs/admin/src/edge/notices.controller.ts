import { NoticeId, NoticePage, NoticesApi, PageQuery, type Actor, type Done } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Param, Post, Query } from '@nestjs/common';

@EdgeController('notices', 'What moderators have to say to one person.')
export class NoticesController {
  constructor(private readonly notices: NoticesApi) {}

  @Get()
  @Route({
    summary: 'List what moderators have told me',
    scope: 'notifications:read',
    description: 'The newest first. Each is said to my devices as `notice` when it is made.',
    problems: [],
    ok: NoticePage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<NoticePage> {
    return this.notices.list(actor, query);
  }

  @Post(':noticeId/seen')
  @Route({
    summary: 'Say that I have read it',
    scope: 'notifications:write',
    problems: ['not_found'],
  })
  see(
    @CurrentActor() actor: Actor,
    @Param('noticeId', { schema: NoticeId }) noticeId: NoticeId,
  ): Promise<Done> {
    return this.notices.see(actor, { noticeId });
  }
}
