import type { UserId } from '@app/contracts';
import { EventBus, KeyedQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PushDevicesRepository } from './push-devices.repository.js';

/** People that are known at the start: of more, those who subscribe later are known as well. */
const maxOwners = 500_000;

/** Changes of devices that wait for each other. */
const maxWaiting = 10_000;

/**
 * Who has a device that is pushed to, by heart: most people have none, and what is said to all of a
 * large channel should cost nothing for them.
 */
@Injectable()
export class PushOwners implements OnModuleInit {
  readonly #line = new KeyedQueue<'owners'>(maxWaiting);
  #owners: Promise<Set<UserId>> | undefined;
  #heard: (userIds: readonly UserId[]) => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly devices: PushDevicesRepository,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    this.eventBus.listen({
      name: 'notifications.changed',
      handle: ({ userIds }) => this.#hear(userIds),
      missed: () => {
        this.#owners = undefined;
      },
    });
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'session.revoked',
      handle: ({ userId, sessionIds }) =>
        this.#end(userId, () => this.devices.removeOf(sessionIds)),
    });
    // Whatever becomes of their sessions, and of the news of those.
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'user.updated',
      handle: async ({ id, isDeactivated }) => {
        if (isDeactivated) await this.#end(id, () => this.devices.removeAllOf(id));
      },
    });
  }

  /** Hears of people who have subscribed elsewhere, and were not known to until now. */
  watch(heard: (userIds: readonly UserId[]) => Promise<void>): void {
    this.#heard = heard;
  }

  /** Throws when the database is away. */
  async all(): Promise<ReadonlySet<UserId>> {
    this.#owners ??= this.#read();
    return this.#owners;
  }

  /** Those of some people who have one, as it is stored: for what is told once, and at once. */
  async among(userIds: readonly UserId[]): Promise<readonly UserId[]> {
    return userIds.length === 0 ? [] : this.devices.ownersAmong(userIds);
  }

  /**
   * Of some people it is looked at anew. Answers with those of whom it was not known. One after the
   * other: what was looked at first must not be the last word.
   */
  refresh(userIds: readonly UserId[]): Promise<readonly UserId[]> {
    return this.#line.run('owners', () => this.#refresh(userIds));
  }

  async #refresh(userIds: readonly UserId[]): Promise<readonly UserId[]> {
    if (!this.#owners) return [];
    const owners = await this.#owners;
    const among = new Set(await this.#lookAt(userIds));
    const late = userIds.filter((userId) => among.has(userId) && !owners.has(userId));
    for (const userId of userIds) {
      if (among.has(userId)) owners.add(userId);
      else owners.delete(userId);
    }
    return late;
  }

  async #lookAt(userIds: readonly UserId[]): Promise<readonly UserId[]> {
    try {
      return await this.devices.ownersAmong(userIds);
    } catch (error) {
      // The database is away, and nobody tells of them again: who asks next has all read anew.
      this.#owners = undefined;
      throw error;
    }
  }

  async #hear(userIds: readonly UserId[]): Promise<void> {
    const late = await this.refresh(userIds);
    if (late.length > 0) await this.#heard(late);
  }

  async #read(): Promise<Set<UserId>> {
    try {
      return new Set(await this.devices.owners(maxOwners));
    } catch (error) {
      // The next one who asks tries again.
      this.#owners = undefined;
      throw error;
    }
  }

  async #end(userId: UserId, remove: () => Promise<void>): Promise<void> {
    await remove();
    const news = { userIds: [userId], hasNewKeywords: false };
    await this.eventBus.publish('notifications.changed', news);
  }
}
