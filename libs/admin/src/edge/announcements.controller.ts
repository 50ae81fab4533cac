import {
  AnnouncementId,
  AnnouncementList,
  AnnouncementsApi,
  MadeAnnouncement,
  MadeAnnouncementPage,
  NewAnnouncement,
  PageQuery,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { anAnnouncement } from './announcement-example.js';

const { id, text, severity, from, until, isDismissible } = anAnnouncement;

@EdgeController('', 'What those who run the workspace say to everybody.')
export class AnnouncementsController {
  constructor(private readonly announcements: AnnouncementsApi) {}

  @Get('announcements')
  @Route({
    summary: 'List what is said to everybody now',
    scope: 'notifications:read',
    description:
      'The newest first, without what I have dismissed. What begins is said as `announcement`.',
    problems: [],
    ok: AnnouncementList,
    example: { items: [{ id, text, severity, from, until: until!, isDismissible }] },
  })
  mine(@CurrentActor() actor: Actor): Promise<AnnouncementList> {
    return this.announcements.mine(actor, {});
  }

  @Post('announcements/:announcementId/dismiss')
  @Route({
    summary: 'Show me this announcement no more',
    scope: 'notifications:write',
    description: 'On none of my devices. `forbidden`: it stays until it is over.',
    problems: ['not_found', 'forbidden'],
  })
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('announcementId', { schema: AnnouncementId }) announcementId: AnnouncementId,
  ): Promise<Done> {
    return this.announcements.dismiss(actor, { announcementId });
  }

  @Get('admin/announcements')
  @Route({
    summary: 'List all announcements that there were, are and will be',
    scope: 'admin:read',
    description: 'The newest first. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: MadeAnnouncementPage,
    example: { items: [anAnnouncement], page: { nextCursor: null, hasMore: false } },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<MadeAnnouncementPage> {
    return this.announcements.list(actor, query);
  }

  @Post('admin/announcements')
  @Route({
    summary: 'Say something to everybody, now or later',
    scope: 'admin:write',
    description:
      'In plain words. Who is here sees it when it begins. `conflict`: there are ten that are not over.',
    problems: ['forbidden', 'conflict'],
    ok: MadeAnnouncement,
    status: 201,
    example: anAnnouncement,
    requestExample: { text, severity, from, until, isDismissible },
  })
  make(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: NewAnnouncement }) announcement: NewAnnouncement,
  ): Promise<MadeAnnouncement> {
    return this.announcements.make(actor, { announcement, origin });
  }

  @Delete('admin/announcements/:announcementId')
  @Route({
    summary: 'Take an announcement down, before it is over or begins',
    scope: 'admin:write',
    problems: ['forbidden', 'not_found'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('announcementId', { schema: AnnouncementId }) announcementId: AnnouncementId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.announcements.remove(actor, { announcementId, reason, origin });
  }
}
