import {
  chatRoom,
  problem,
  typingRoom,
  userRoom,
  UsersApi,
  type Actor,
  type Typing,
  type UserId,
} from '@app/contracts';
import { BoundedMap, Clock, EventBus, RealtimePublisher, TypingStore } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Socket } from 'socket.io';

/** How long others believe that somebody types, in ms. */
const expiresIn = 6000;

/** The least pause between two of the same news, in ms: half of that, so one may be lost. */
const pauseMs = 3000;

/** Typists, and wishes of people, that are remembered. */
const maxRemembered = 10_000;

/**
 * Passes on that somebody is typing, to those who have the chat open. Nothing of it is stored, and
 * a client that says it with every key costs the others nothing.
 */
@Injectable()
export class TypingRelay implements OnModuleInit {
  /** `"chat:user"` to ms of the clock: when it was last said that they are typing. */
  readonly #said = new BoundedMap<string, number>(maxRemembered);
  /** Whether others may know. */
  readonly #wishes = new BoundedMap<UserId, Promise<boolean>>(maxRemembered);

  constructor(
    private readonly store: TypingStore,
    private readonly publisher: RealtimePublisher,
    private readonly users: UsersApi,
    private readonly clock: Clock,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    // Each process remembers wishes for itself, so each must hear.
    const handle = ({ id }: { readonly id: UserId }) => this.#wishes.delete(id);
    this.eventBus.listen({ name: 'user.updated', handle, missed: () => this.#wishes.clear() });
  }

  /** Throws `not_member` to a socket that does not hear the chat itself. */
  async tell(actor: Actor, socket: Socket, { chatId, isTyping }: Typing): Promise<void> {
    if (!socket.rooms.has(chatRoom(chatId))) throw problem('not_member', { chatId });
    const { userId } = actor;
    if (!this.#isNews(`${chatId}:${userId}`, isTyping)) return;
    if (!(await this.#mayTell(actor))) return;
    await this.store.set(chatId, userId, isTyping);
    const news = { chatId, userId, isTyping, expiresIn: isTyping ? expiresIn : 0 };
    const options = { except: userRoom(userId), isVolatile: true };
    this.publisher.publish(typingRoom(chatId), 'user_typing', news, options);
  }

  #isNews(key: string, isTyping: boolean): boolean {
    const now = this.clock.now().getTime();
    const saidAt = this.#said.get(key);
    if (!isTyping) {
      this.#said.delete(key);
      return saidAt !== undefined;
    }
    const isDue = saidAt === undefined || now - saidAt >= pauseMs;
    if (isDue) this.#said.set(key, now);
    return isDue;
  }

  #mayTell(actor: Actor): Promise<boolean> {
    const { userId } = actor;
    const known = this.#wishes.get(userId) ?? this.#ask(actor);
    this.#wishes.set(userId, known);
    return known;
  }

  async #ask(actor: Actor): Promise<boolean> {
    const { userId } = actor;
    try {
      const { settings } = await this.users.profile(actor, { userId });
      return settings.typing;
    } catch {
      // The users module is away: say nothing now rather than what is not wished, and ask again.
      this.#wishes.delete(userId);
      return false;
    }
  }
}
