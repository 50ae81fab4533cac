import {
  defaultNotificationSettings,
  type NotificationSettings,
  type UserId,
} from '@app/contracts';
import { BoundedMap, EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeywordWatch } from './keyword-watch.js';
import { NotificationSettingsRepository } from './notification-settings.repository.js';

/** People whose settings are remembered. */
const maxPeople = 200_000;

/** People whose words are watched for; those of more would be too much for one process. */
const maxWatchers = 100_000;

/** How people want to be told, from memory: forgotten when it changes, in every process. */
@Injectable()
export class Wishes implements OnModuleInit {
  readonly #settings = new BoundedMap<UserId, NotificationSettings>(maxPeople);
  #watch: Promise<KeywordWatch> | undefined;

  constructor(
    private readonly settings: NotificationSettingsRepository,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    this.eventBus.listen({
      name: 'notifications.changed',
      handle: ({ userIds, hasNewKeywords = true }) => {
        this.forget(userIds);
        if (hasNewKeywords) this.forgetKeywords();
      },
      missed: () => {
        this.#settings.clear();
        this.#watch = undefined;
      },
    });
  }

  forget(userIds: readonly UserId[]): void {
    for (const userId of userIds) this.#settings.delete(userId);
  }

  /** The next text has all of them read anew. */
  forgetKeywords(): void {
    this.#watch = undefined;
  }

  /** One read for all that are not remembered. */
  async of(userIds: readonly UserId[]): Promise<(userId: UserId) => NotificationSettings> {
    const unknown = userIds.filter((userId) => !this.#settings.get(userId));
    const found = unknown.length > 0 ? await this.settings.findMany(unknown) : undefined;
    for (const userId of unknown)
      this.#settings.set(userId, found?.get(userId) ?? defaultNotificationSettings);
    // Those just read may be more than are remembered.
    return (userId) =>
      this.#settings.get(userId) ?? found?.get(userId) ?? defaultNotificationSettings;
  }

  /** Who watches for a word of this text. */
  async watchers(text: string): Promise<readonly UserId[]> {
    this.#watch ??= this.#readWatch();
    return (await this.#watch).watchersOf(text);
  }

  async #readWatch(): Promise<KeywordWatch> {
    try {
      return new KeywordWatch(await this.settings.keywords(maxWatchers));
    } catch (error) {
      // The database is away: the next text asks anew.
      this.#watch = undefined;
      throw error;
    }
  }
}
