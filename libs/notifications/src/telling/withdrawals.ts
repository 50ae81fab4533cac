import { AudienceApi, UsersApi, type Fact } from '@app/contracts';
import { chunksOf, EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationList } from '../list/notification-list.js';
import { moduleActor, onBehalfOf } from '../module-actor.js';
import { LastOrders } from './last-orders.js';
import { Outbound } from './outbound.js';

/**
 * Takes out of lists what is not for somebody any more: they are not in the chat, there is none,
 * they block who said it, or it is too old. From the screens of devices, too, where they are not in
 * the chat: a note is of a chat, in which others may have said something since.
 */
@Injectable()
export class Withdrawals implements OnModuleInit {
  constructor(
    private readonly eventBus: EventBus,
    private readonly audience: AudienceApi,
    private readonly users: UsersApi,
    private readonly list: NotificationList,
    private readonly outbound: Outbound,
    private readonly lastOrders: LastOrders,
  ) {}

  onModuleInit(): void {
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'chat.changed',
      handle: (fact) => this.lastOrders.run(() => this.#leave(fact)),
    });
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'chat.emptied',
      handle: ({ chatId, toSeq }) => this.lastOrders.run(() => this.list.removeUpTo(chatId, toSeq)),
    });
    this.eventBus.subscribe({
      module: 'notifications',
      name: 'user.blocked',
      handle: (fact) => this.lastOrders.run(() => this.#silence(fact)),
    });
  }

  /** The fact is told of all that changes: so who is still a member is asked. */
  async #leave({ chatId, userIds }: Fact<'chat.changed'>): Promise<void> {
    for (const some of chunksOf(userIds)) {
      const items = some.map((userId) => ({ chatId, userId }));
      const marks = await this.audience.marks(moduleActor, { items });
      const inside = new Set(marks.items.map(({ userId }) => userId));
      const gone = some.filter((userId) => !inside.has(userId));
      if (gone.length === 0) continue;
      await this.list.removeOf(chatId, gone);
      await this.outbound.takeAllBack(chatId, gone);
    }
  }

  /** It is told of the end of a block, too. */
  async #silence({ userId, otherId }: Fact<'user.blocked'>): Promise<void> {
    const { items } = await this.users.blocked(onBehalfOf(userId), {});
    if (items.some(({ id }) => id === otherId)) await this.list.removeFrom(userId, otherId);
  }
}
