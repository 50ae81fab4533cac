import {
  defaultNotificationSettings,
  type NotificationSettings,
  type NotificationSettingsPatch,
  type UserId,
} from '@app/contracts';
import { chunksOf, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { Schema } from 'mongoose';

/** `_id`: the person. What is not there is as by default. */
interface SettingsDocument {
  _id: UserId;
  settings: NotificationSettingsPatch;
  /** Whether they watch for words at all: few do. */
  hasKeywords: boolean;
}

const settingsSchema = new Schema<SettingsDocument>({
  _id: { type: String, required: true },
  settings: { type: Schema.Types.Mixed, default: {} },
  hasKeywords: { type: Boolean, default: false },
}).index({ hasKeywords: 1 }, { name: 'notification_settings_keywords' });

/** How people want to be told: `notification_settings`. */
@Injectable()
export class NotificationSettingsRepository {
  readonly #settings: Model<SettingsDocument>;

  constructor(database: Database) {
    this.#settings = database.model<SettingsDocument>('notification_settings', settingsSchema);
  }

  async find(userId: UserId): Promise<NotificationSettings> {
    return (await this.findMany([userId])).get(userId) ?? defaultNotificationSettings;
  }

  /** Of those who have wished anything. */
  async findMany(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, NotificationSettings>> {
    const settings = new Map<UserId, NotificationSettings>();
    for (const some of chunksOf(userIds)) {
      const found = await this.#settings.find({ _id: { $in: some } }).lean<SettingsDocument[]>();
      for (const document of found) settings.set(document._id, toSettings(document));
    }
    return settings;
  }

  async update(userId: UserId, patch: NotificationSettingsPatch): Promise<NotificationSettings> {
    const fields = Object.entries(patch).map(([name, value]) => [`settings.${name}`, value]);
    const $set = Object.fromEntries(fields) as Record<string, unknown>;
    if (patch.keywords) $set['hasKeywords'] = patch.keywords.length > 0;
    const document = await this.#settings
      .findOneAndUpdate({ _id: userId }, { $set }, { upsert: true, returnDocument: 'after' })
      .lean<SettingsDocument>();
    return toSettings(document);
  }

  /** Who watches for words, at most so many people: `Map<UserId, words>`. */
  async keywords(limit: number): Promise<ReadonlyMap<UserId, readonly string[]>> {
    const found = await this.#settings
      .find({ hasKeywords: true }, { 'settings.keywords': 1 })
      .limit(limit)
      .lean<SettingsDocument[]>();
    return new Map(found.map(({ _id, settings }) => [_id, settings.keywords ?? []]));
  }
}

const toSettings = ({ settings }: SettingsDocument): NotificationSettings => ({
  ...defaultNotificationSettings,
  ...settings,
});
