import {
  userRoom,
  type NotificationSettings,
  type NotificationSettingsPatch,
  type UserId,
} from '@app/contracts';
import { EventBus, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NotificationSettingsRepository } from './notification-settings.repository.js';
import { Wishes } from './wishes.js';

/** Where people say how they want to be told: their devices and all processes hear of it. */
@Injectable()
export class WishDesk {
  constructor(
    private readonly settings: NotificationSettingsRepository,
    private readonly wishes: Wishes,
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
  ) {}

  of(userId: UserId): Promise<NotificationSettings> {
    return this.settings.find(userId);
  }

  async change(userId: UserId, patch: NotificationSettingsPatch): Promise<NotificationSettings> {
    if (Object.keys(patch).length === 0) return this.settings.find(userId);
    const settings = await this.settings.update(userId, patch);
    const hasNewKeywords = patch.keywords !== undefined;
    this.wishes.forget([userId]);
    if (hasNewKeywords) this.wishes.forgetKeywords();
    this.publisher.publish(userRoom(userId), 'notification_settings_changed', settings);
    await this.eventBus.publish('notifications.changed', { userIds: [userId], hasNewKeywords });
    return settings;
  }
}
