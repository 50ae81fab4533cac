import {
  UsersApi,
  type Message,
  type NotificationSettings,
  type PushCause,
  type Pushed,
  type UserId,
} from '@app/contracts';
import { BoundedMap, EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import { beginningOf } from '../telling/entries-of.js';

const maxNames = 20_000;

/** Characters of a text that are pushed: a lock screen has no room for more. */
const shownLength = 300;

/** What a push says, no more than its reader wants to have shown. */
@Injectable()
export class PushTexts implements OnModuleInit {
  readonly #names = new BoundedMap<UserId, string>(maxNames);
  /** Grows with what is forgotten: a name that was asked for before is not remembered. */
  #round = 0;

  constructor(
    private readonly users: UsersApi,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    this.eventBus.listen({
      name: 'user.updated',
      handle: ({ id }) => {
        this.#round++;
        this.#names.delete(id);
      },
      missed: () => {
        this.#round++;
        this.#names.clear();
      },
    });
  }

  /** `chat`: its name, empty for a direct one. */
  async of(
    { chatId, seq, senderId, text }: Pick<Message, 'chatId' | 'seq' | 'senderId' | 'text'>,
    chat: string,
    cause: PushCause,
    { push }: Pick<NotificationSettings, 'push'>,
  ): Promise<Pushed> {
    const plain = { type: 'show' as const, cause, chatId, seq };
    if (push === 'id-only') return plain;
    const from = await this.#nameOf(senderId);
    const named = { ...plain, from, ...(chat !== '' && { chat }) };
    return push === 'sender' ? named : { ...named, text: beginningOf(text, shownLength) };
  }

  async #nameOf(userId: UserId): Promise<string> {
    const known = this.#names.get(userId);
    if (known) return known;
    const round = this.#round;
    const { items } = await this.users.lookUp(moduleActor, { userIds: [userId] });
    const name = items[0]?.name ?? '';
    if (name !== '' && round === this.#round) this.#names.set(userId, name);
    return name;
  }
}
