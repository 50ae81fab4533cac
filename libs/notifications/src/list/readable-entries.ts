import { AudienceApi, isProblem, UsersApi, type UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { moduleActor, onBehalfOf } from '../module-actor.js';
import type { Entry } from './notification.schema.js';

/** Some entries of one person: those for them, and those that are not any more. */
export interface Sorted<E> {
  readonly shown: readonly E[];
  readonly withdrawn: readonly E[];
}

/**
 * The last word on what somebody reads in their list, asked when they read: only what is said in
 * chats that they are in, by whom they do not block. What is told too late gets no further.
 */
@Injectable()
export class ReadableEntries {
  constructor(
    private readonly audience: AudienceApi,
    private readonly users: UsersApi,
  ) {}

  /** At most 500. Two questions, however many they are. */
  async sort<E extends Pick<Entry, 'chatId' | 'fromId'>>(
    userId: UserId,
    entries: readonly E[],
  ): Promise<Sorted<E>> {
    if (entries.length === 0) return { shown: [], withdrawn: [] };
    const chatIds = new Set(entries.map(({ chatId }) => chatId));
    const items = [...chatIds].map((chatId) => ({ chatId, userId }));
    const [marks, silent] = await Promise.all([
      this.audience.marks(moduleActor, { items }),
      this.#blockedBy(userId),
    ]);
    const inside = new Set(marks.items.map(({ chatId }) => chatId));
    const isShown = ({ chatId, fromId }: E) => inside.has(chatId) && !silent.has(fromId);
    return {
      shown: entries.filter(isShown),
      withdrawn: entries.filter((entry) => !isShown(entry)),
    };
  }

  async #blockedBy(userId: UserId): Promise<ReadonlySet<UserId>> {
    try {
      const { items } = await this.users.blocked(onBehalfOf(userId), {});
      return new Set(items.map(({ id }) => id));
    } catch (error) {
      // Users are away. What the blocked have said stands in the chat, too: it is no secret.
      if (isProblem(error, 'service_unavailable')) return new Set();
      throw error;
    }
  }
}
