import { UsersApi, type UserId } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { onBehalfOf } from './module-actor.js';
import { Remembered } from './remembered.js';

const maxPairs = 50_000;

/** Whether one of two blocks the other, from memory: the users module is asked once per pair. */
@Injectable()
export class Blocks implements OnModuleInit {
  readonly #pairs = new Remembered<string, boolean>(maxPairs, async (pair) => {
    const [one, two] = pair.split(' ') as [UserId, UserId];
    const { userIds } = await this.users.blockedBetween(onBehalfOf(one), { userIds: [two] });
    return userIds.length > 0;
  });

  constructor(
    private readonly users: UsersApi,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    // Each process remembers for itself, so each must hear.
    this.eventBus.listen({
      name: 'user.blocked',
      handle: ({ userId, otherId }) => this.#pairs.forget(pairOf(userId, otherId)),
      missed: () => this.#pairs.forgetAll(),
    });
  }

  /** Of a direct chat, its two people; others have no pair. Throws `service_unavailable`. */
  async isBlocked({ directUserIds }: Pick<ChatRecord, 'directUserIds'>): Promise<boolean> {
    const [one, two] = directUserIds;
    return one !== undefined && two !== undefined && this.#pairs.get(pairOf(one, two));
  }
}

/** The same in both directions. */
const pairOf = (one: UserId, two: UserId) => (one < two ? `${one} ${two}` : `${two} ${one}`);
