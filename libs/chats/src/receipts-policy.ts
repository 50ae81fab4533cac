import { UsersApi, type ChatSettings, type UserId } from '@app/contracts';
import { EventBus, IdGenerator } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembershipsRepository } from './memberships.repository.js';
import { onBehalfOf } from './module-actor.js';
import { Remembered } from './remembered.js';

/** Who tells others what they have read: a setting of the person, which a chat's overrides. */
@Injectable()
export class ReceiptsPolicy implements OnModuleInit {
  readonly #byPerson = new Remembered<UserId, boolean>(50_000, async (userId) => {
    const { settings } = await this.users.profile(onBehalfOf(userId), { userId });
    return settings.receipts;
  });

  constructor(
    private readonly users: UsersApi,
    private readonly memberships: MembershipsRepository,
    private readonly eventBus: EventBus,
    private readonly ids: IdGenerator,
  ) {}

  onModuleInit(): void {
    const forgotten = {
      module: `chats-receipts-${this.ids.next()}`,
      name: 'user.updated',
    } as const;
    this.eventBus.subscribe({ ...forgotten, handle: ({ id }) => this.#byPerson.forget(id) });
    this.eventBus.subscribe({
      module: 'chats',
      name: 'user.updated',
      handle: ({ id }) => this.#adopt(id),
    });
  }

  /** The person's own setting, where a chat does not override it. */
  sharesByDefault(userId: UserId): Promise<boolean> {
    return this.#byPerson.get(userId);
  }

  /** Whether others in a chat with these settings may know; and so, whether they see others'. */
  async shares(userId: UserId, { receipts }: Pick<ChatSettings, 'receipts'>): Promise<boolean> {
    return receipts === 'default' ? this.sharesByDefault(userId) : receipts === 'on';
  }

  /** Marks that are stored already follow the setting. */
  async #adopt(userId: UserId): Promise<void> {
    this.#byPerson.forget(userId);
    await this.memberships.setSharing(userId, await this.sharesByDefault(userId));
  }
}
