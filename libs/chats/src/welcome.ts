import { CreateChat, isProblem, type Actor, type ChatId, type User } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChatCreation } from './chat-creation.js';
import { ChatKeysRepository } from './chat-keys.repository.js';
import { Entrance } from './entrance.js';
import { onBehalfOf } from './module-actor.js';

const general = 'general';

/** More than come in the moment in which a workspace is founded. */
const manyAtOnce = 500;

/**
 * Gives a new person somewhere to type: notes of their own, and the channel that everybody is in.
 * The channel is made for the workspace's owner, the first account; where its owner has removed or
 * renamed it, nobody brings it back.
 */
@Injectable()
export class Welcome implements OnModuleInit {
  constructor(
    private readonly eventBus: EventBus,
    private readonly creation: ChatCreation,
    private readonly entrance: Entrance,
    private readonly keys: ChatKeysRepository,
  ) {}

  onModuleInit(): void {
    const handle = (user: User) => this.#greet(user);
    this.eventBus.subscribe({ module: 'chats', name: 'user.created', handle });
  }

  /** Each step is harmless when repeated: a fact may come twice. */
  async #greet({ id, role }: User): Promise<void> {
    if (role === 'bot' || role === 'guest') return;
    const actor = onBehalfOf(id, role);
    await this.creation.create(actor, CreateChat.parse({ type: 'direct' }));
    const holder = await this.keys.find(`slug:${general}`);
    const isUnfinished = holder?.createdBy === id;
    if (role === 'owner' && (!holder || isUnfinished)) return this.#makeGeneral(actor);
    if (holder) await this.#joinGeneral(actor, holder.chatId);
  }

  async #makeGeneral(actor: Actor): Promise<void> {
    const input = CreateChat.parse({ type: 'channel', slug: general, name: 'General' });
    try {
      await this.creation.create(actor, input);
    } catch (error) {
      // It is there and finished: this fact came twice.
      if (!isProblem(error, 'conflict')) throw error;
    }
    await this.#joinThoseBefore(actor);
  }

  /**
   * Another process may greet somebody just before the channel is there. Their notes were made
   * before it was looked for, so whoever did not find it is among those who have some.
   */
  async #joinThoseBefore({ userId: owner }: Actor): Promise<void> {
    const holder = await this.keys.find(`slug:${general}`);
    if (!holder) return;
    for (const userId of await this.keys.noteTakers(manyAtOnce)) {
      if (userId !== owner) await this.#joinGeneral(onBehalfOf(userId), holder.chatId);
    }
  }

  async #joinGeneral(actor: Actor, chatId: ChatId): Promise<void> {
    try {
      await this.entrance.joinPublic(actor, chatId);
    } catch (error) {
      // Its owner has made it private, or is about to remove it: then it is not for everybody.
      if (!isProblem(error, 'forbidden', 'not_found')) throw error;
    }
  }
}
