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
  /** Grows with what is forgotten: what was read before is not remembered. */
  #round = 0;

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
        this.#round++;
        this.#settings.clear();
        this.#watch = undefined;
      },
    });
  }

  forget(userIds: readonly UserId[]): void {
    this.#round++;
    for (const userId of userIds) this.#settings.delete(userId);
  }

  /** The next text has all of them read anew. */
  forgetKeywords(): void {
    this.#watch = undefined;
  }

  /** One read for all that are not remembered. */
  async of(userIds: readonly UserId[]): Promise<(userId: UserId) => NotificationSettings> {
    // Kept apart: those just read may be more than are remembered, or be forgotten meanwhile.
    const settings = new Map<UserId, NotificationSettings>();
    const unknown: UserId[] = [];
    for (const userId of userIds) {
      const known = this.#settings.get(userId);
      if (known) settings.set(userId, known);
      else unknown.push(userId);
    }
    if (unknown.length > 0)
      for (const [userId, found] of await this.#read(unknown)) settings.set(userId, found);
    return (userId) => settings.get(userId) ?? defaultNotificationSettings;
  }

  /** Who watches for a word of this text. */
  async watchers(text: string): Promise<readonly UserId[]> {
    this.#watch ??= this.#readWatch();
    return (await this.#watch).watchersOf(text);
  }

  /** Of those who have wished anything. */
  async #read(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, NotificationSettings>> {
    const round = this.#round;
    const found = await this.settings.findMany(userIds);
    if (round === this.#round)
      for (const userId of userIds)
        this.#settings.set(userId, found.get(userId) ?? defaultNotificationSettings);
    return found;
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
