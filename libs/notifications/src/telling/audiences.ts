import {
  AudienceApi,
  isProblem,
  type ChatAudience,
  type ChatId,
  type ChatKind,
  type SpecialMember,
  type UserId,
} from '@app/contracts';
import { BoundedMap, EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';

/** Chats whose members are remembered: a megabyte for 10,000 members of one. */
const maxChats = 2000;

/** What a member wants of a chat, and from where on they see it. */
export type MemberView = Omit<SpecialMember, 'userId'>;

/** Who is in a chat, and what they want of it. */
export class Members {
  readonly kind: ChatKind;
  readonly name: string;
  readonly #keptFromSeq: number;
  readonly #ids: ReadonlySet<UserId>;
  readonly #special: ReadonlyMap<UserId, MemberView>;

  constructor({ kind, name, userIds, special, keptFromSeq = 1 }: ChatAudience) {
    this.kind = kind;
    this.name = name;
    this.#keptFromSeq = keptFromSeq;
    this.#ids = new Set(userIds);
    this.#special = new Map(special.map((member) => [member.userId, member]));
  }

  get size(): number {
    return this.#ids.size;
  }

  get ids(): Iterable<UserId> {
    return this.#ids;
  }

  has(userId: UserId): boolean {
    return this.#ids.has(userId);
  }

  /** Whether this slot is too old for everybody. */
  isTooOld(seq: number): boolean {
    return seq < this.#keptFromSeq;
  }

  /** Whether somebody is in it, and may see this slot. */
  canSee(userId: UserId, seq: number): boolean {
    const isIn = this.#ids.has(userId) && !this.isTooOld(seq);
    return isIn && this.viewOf(userId).visibleFromSeq <= seq;
  }

  viewOf(userId: UserId): MemberView {
    return this.#special.get(userId) ?? ordinary;
  }
}

const ordinary: MemberView = { level: 'all', mutedUntil: null, visibleFromSeq: 1 };

/** The members of chats, from memory: asked for once, and forgotten when they change. */
@Injectable()
export class Audiences implements OnModuleInit {
  readonly #members = new BoundedMap<ChatId, Promise<Members | undefined>>(maxChats);

  constructor(
    private readonly audience: AudienceApi,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    this.eventBus.listen({
      name: 'chat.changed',
      handle: ({ chatId }) => this.#members.delete(chatId),
      missed: () => this.#members.clear(),
    });
  }

  /** Undefined where there is no such chat, or no more. */
  of(chatId: ChatId): Promise<Members | undefined> {
    return this.#members.get(chatId) ?? this.#ask(chatId);
  }

  /** Its log says that something of it has changed: `chat.changed` comes later. */
  forget(chatId: ChatId): void {
    this.#members.delete(chatId);
  }

  /** How far somebody has read; undefined where they are in no such chat. Not remembered. */
  async lastRead(chatId: ChatId, userId: UserId): Promise<number | undefined> {
    const { items } = await this.audience.marks(moduleActor, { items: [{ chatId, userId }] });
    return items[0]?.lastReadSeq;
  }

  #ask(chatId: ChatId): Promise<Members | undefined> {
    const answer = this.#look(chatId);
    this.#members.set(chatId, answer);
    const drop = () => {
      if (this.#members.get(chatId) === answer) this.#members.delete(chatId);
    };
    // One that is not there yet may come; and who fails is asked again.
    answer.then((members) => members ?? drop(), drop);
    return answer;
  }

  async #look(chatId: ChatId): Promise<Members | undefined> {
    try {
      return new Members(await this.audience.of(moduleActor, { chatId }));
    } catch (error) {
      // Deleted since: nobody is told of what was said there.
      if (isProblem(error, 'not_found')) return undefined;
      throw error;
    }
  }
}
