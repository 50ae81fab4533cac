import {
  defaultNotificationSettings,
  NotificationCount,
  NotificationPage,
  NotificationsApi,
  NotificationSettings,
  NotificationSettingsPatch,
  PageQuery,
  PushDevice,
  PushEndpoint,
  PushOffer,
  ReadNotifications,
  type Actor,
  type Done,
} from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';

const quietHours = { from: '22:00', to: '07:00', zone: 'Europe/Berlin', days: [0, 1, 2, 3, 4] };
const example = { ...defaultNotificationSettings, keywords: ['release'], quietHours };

const device = {
  endpoint: 'https://push.example.com/send/1',
  keys: {
    p256dh:
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

@EdgeController('notifications', 'What a person was told of, and the devices that are told.')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsApi) {}

  @Get()
  @Route({
    summary: 'List what I was told of',
    scope: 'notifications:read',
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
    scope: 'notifications:write',
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
  @Route({
    summary: 'Get how I want to be told',
    scope: 'notifications:read',
    problems: [],
    ok: NotificationSettings,
    example,
  })
  settings(@CurrentActor() actor: Actor): Promise<NotificationSettings> {
    return this.notifications.settings(actor, {});
  }

  @Put('settings')
  @Route({
    summary: 'Change how I want to be told',
    scope: 'notifications:write',
    description: 'In all chats; of one chat: `PUT /api/chats/{chatId}/me`.',
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

  @Get('push')
  @Route({
    summary: 'Get what a browser subscribes to pushes with',
    description: '`key` is the `applicationServerKey`; null where this server pushes nothing.',
    problems: [],
    ok: PushOffer,
  })
  pushOffer(@CurrentActor() actor: Actor): Promise<PushOffer> {
    return this.notifications.pushOffer(actor, {});
  }

  @Post('push')
  @Route({
    summary: 'Push to this device, too',
    description:
      'Give what `PushSubscription.toJSON()` does, but for its time. It ends with the session. Of ' +
      'more than 10 devices of a person the newest are kept.',
    problems: [],
    requestExample: device,
  })
  subscribe(
    @CurrentActor() actor: Actor,
    @Body({ schema: PushDevice }) input: PushDevice,
  ): Promise<Done> {
    return this.notifications.subscribe(actor, input);
  }

  @Delete('push')
  @Route({ summary: 'No longer push to a device', problems: [] })
  unsubscribe(
    @CurrentActor() actor: Actor,
    @Body({ schema: PushEndpoint }) input: PushEndpoint,
  ): Promise<Done> {
    return this.notifications.unsubscribe(actor, input);
  }
}
