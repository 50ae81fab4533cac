import {
  problem,
  userRoom,
  type Actor,
  type Done,
  type NotificationCount,
  type NotificationPage,
  type NotificationsApi,
  type NotificationSettings,
  type NotificationSettingsPatch,
  type PageQuery,
  type PushDevice,
  type PushEndpoint,
  type PushOffer,
  type ReadNotifications,
} from '@app/contracts';
import { decodeCursor, EventBus, pageInfo, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NotificationList } from './list/notification-list.js';
import { PushService } from './push/push-service.js';
import { NotificationSettingsRepository } from './wishes/notification-settings.repository.js';
import { Wishes } from './wishes/wishes.js';

/** See `NotificationsApi`. Everything is the actor's own, so there is nothing to refuse. */
@Injectable()
export class NotificationsService implements NotificationsApi {
  constructor(
    private readonly lists: NotificationList,
    private readonly settingsOf: NotificationSettingsRepository,
    private readonly wishes: Wishes,
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
    private readonly push: PushService,
  ) {}

  async list({ userId }: Actor, { cursor, limit }: PageQuery): Promise<NotificationPage> {
    const before = decodeCursor(cursor, 1)?.[0];
    if (before !== undefined && !isPlaceOf(userId, before)) throw notOurs();
    const { items, lastPlace } = await this.lists.page(userId, before, limit);
    const unread = await this.lists.unreadOf(userId);
    return {
      items: items.map(({ userId: _, ...notification }) => notification),
      page: pageInfo(lastPlace === undefined ? undefined : [lastPlace]),
      unread,
    };
  }

  read({ userId }: Actor, input: ReadNotifications): Promise<NotificationCount> {
    return this.lists.read(userId, input);
  }

  settings({ userId }: Actor): Promise<NotificationSettings> {
    return this.settingsOf.find(userId);
  }

  async updateSettings(
    { userId }: Actor,
    patch: NotificationSettingsPatch,
  ): Promise<NotificationSettings> {
    if (Object.keys(patch).length === 0) return this.settingsOf.find(userId);
    const settings = await this.settingsOf.update(userId, patch);
    this.wishes.forget([userId]);
    this.publisher.publish(userRoom(userId), 'notification_settings_changed', settings);
    await this.eventBus.publish('notifications.changed', { userIds: [userId] });
    return settings;
  }

  pushOffer(): Promise<PushOffer> {
    return Promise.resolve(this.push.offer);
  }

  subscribe(actor: Actor, device: PushDevice): Promise<Done> {
    return this.push.add(actor, device);
  }

  unsubscribe(actor: Actor, input: PushEndpoint): Promise<Done> {
    return this.push.remove(actor, input);
  }
}

const notOurs = () =>
  problem('validation_failed', { issues: [{ path: 'cursor', message: 'Not a cursor of yours' }] });

/** A cursor of somebody else's list would page through theirs. */
const isPlaceOf = (userId: Actor['userId'], place: string) =>
  place.startsWith(`${userId}:`) && place.length > userId.length + 1;
