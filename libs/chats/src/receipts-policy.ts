import { UsersApi, type ChatSettings, type UserId } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { MemberMarksRepository } from './member-marks.repository.js';
import { onBehalfOf } from './module-actor.js';
import { Remembered } from './remembered.js';

/** Who tells others what they have read: a setting of the person, which a chat's overrides. */
@Injectable()
export class ReceiptsPolicy implements OnModuleInit {
  readonly #logger = new Logger(ReceiptsPolicy.name);
  readonly #byPerson = new Remembered<UserId, boolean>(50_000, async (userId) => {
    const { settings } = await this.users.profile(onBehalfOf(userId), { userId });
    return settings.receipts;
  });

  constructor(
    private readonly users: UsersApi,
    private readonly memberships: MemberMarksRepository,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    // Each process remembers for itself, so each must hear; what is stored, one of them changes.
    this.eventBus.listen({
      name: 'user.updated',
      handle: ({ id }) => this.#byPerson.forget(id),
      missed: () => this.#byPerson.forgetAll(),
    });
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

  /** The same, and false where it cannot be had now: nobody is told too much, and nobody waits. */
  async surelySharesByDefault(userId: UserId): Promise<boolean> {
    try {
      return await this.sharesByDefault(userId);
    } catch (error) {
      // The users module is away. What the person reads next brings their setting along.
      this.#logger.warn(`What ${userId} has read stays untold for now: ${String(error)}`);
      return false;
    }
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
