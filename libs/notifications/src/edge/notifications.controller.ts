import {
  defaultNotificationSettings,
  NotificationCount,
  NotificationPage,
  NotificationsApi,
  NotificationSettings,
  NotificationSettingsPatch,
  PageQuery,
  ReadNotifications,
  type Actor,
} from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Body, Get, Post, Put, Query } from '@nestjs/common';

const quietHours = { from: '22:00', to: '07:00', zone: 'Europe/Berlin', days: [0, 1, 2, 3, 4] };
const example = { ...defaultNotificationSettings, keywords: ['release'], quietHours };

@EdgeController('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsApi) {}

  @Get()
  @Route({
    summary: 'List what I was told of',
    description:
      'Mentions, answers, reactions, keywords, missed calls and chats I was added to, the newest ' +
      'first; of more than 1,000 the newest. `unread` counts all of them.',
    problems: [],
    ok: NotificationPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<NotificationPage> {
    return this.notifications.list(actor, query);
  }

  @Post('read')
  @Route({
    summary: 'Mark some or all as read',
    description: 'Reading a chat does it, too. My other devices hear of it.',
    problems: [],
    ok: NotificationCount,
  })
  read(
    @CurrentActor() actor: Actor,
    @Body({ schema: ReadNotifications }) input: ReadNotifications,
  ): Promise<NotificationCount> {
    return this.notifications.read(actor, input);
  }

  @Get('settings')
  @Route({ summary: 'Get how I want to be told', problems: [], ok: NotificationSettings, example })
  settings(@CurrentActor() actor: Actor): Promise<NotificationSettings> {
    return this.notifications.settings(actor, {});
  }

  @Put('settings')
  @Route({
    summary: 'Change how I want to be told',
    description: 'In all chats; of one chat: `PUT /api/chats/{chatId}/settings`.',
    problems: [],
    ok: NotificationSettings,
    example,
    requestExample: { keywords: ['release'], quietHours },
  })
  updateSettings(
    @CurrentActor() actor: Actor,
    @Body({ schema: NotificationSettingsPatch }) patch: NotificationSettingsPatch,
  ): Promise<NotificationSettings> {
    return this.notifications.updateSettings(actor, patch);
  }
}
