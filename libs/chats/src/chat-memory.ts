import type { ChatId, UserId } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ChatRecord, Membership } from './chat.js';
import { ChatsRepository } from './chats.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Remembered } from './remembered.js';

/** What access needs of a membership. Marks are not in it: they change with every message. */
export type Standing = Pick<Membership, 'isMember' | 'role' | 'visibleFromSeq' | 'settings'>;

const maxChats = 20_000;
const maxStandings = 200_000;
const maxPeople = 20_000;
/** Of large channels only: a megabyte per 20,000 members. */
const maxRosters = 50;

/**
 * Chats and who is what in them, from memory: one or two point reads when cold, none after that.
 * Bounded. Forgotten by `chat.changed`, and at once where this process made the change.
 *
 * A chat that is looked at for the first time is first brought up to its log (`repairBy`): a crash
 * may have come between a change and its effect.
 */
@Injectable()
export class ChatMemory implements OnModuleInit {
  #repair: (chatId: ChatId) => Promise<ChatRecord | undefined> = () => Promise.resolve(undefined);

  readonly #chats = new Remembered<ChatId, ChatRecord | undefined>(
    maxChats,
    async (chatId) => {
      const found = await this.chats.find(chatId);
      return found && ((await this.#repair(chatId)) ?? found);
    },
    // One that is not there yet may come: nobody would tell.
    (chat) => chat !== undefined,
  );

  readonly #standings = new Remembered<string, Standing | undefined>(maxStandings, async (key) => {
    const [chatId, userId] = key.split(':') as [ChatId, UserId];
    const found = await this.memberships.find(chatId, userId);
    if (!found) return undefined;
    // Apart from the marks, which would keep the whole document alive for nothing.
    const { isMember, role, visibleFromSeq, settings } = found;
    return { isMember, role, visibleFromSeq, settings };
  });

  readonly #chatIds = new Remembered<UserId, readonly ChatId[]>(maxPeople, (userId) =>
    this.memberships.chatIdsOf(userId),
  );

  readonly #rosters = new Remembered<ChatId, readonly UserId[]>(maxRosters, (chatId) =>
    this.memberships.memberIdsOf(chatId),
  );

  constructor(
    private readonly chats: ChatsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    // Each process remembers for itself, so each must hear.
    this.eventBus.listen({
      name: 'chat.changed',
      handle: ({ chatId, userIds }) => this.forget(chatId, userIds),
      missed: () => this.#forgetAll(),
    });
  }

  /** How a chat is brought up to its log. Given by the projector, which needs this memory. */
  repairBy(repair: (chatId: ChatId) => Promise<ChatRecord | undefined>): void {
    this.#repair = repair;
  }

  /** Traits and kind are current; heads and times may be older. Undefined: there is none. */
  chat(chatId: ChatId): Promise<ChatRecord | undefined> {
    return this.#chats.get(chatId);
  }

  /** Undefined for a stranger. */
  standing(chatId: ChatId, userId: UserId): Promise<Standing | undefined> {
    return this.#standings.get(`${chatId}:${userId}`);
  }

  /** Every chat that somebody is in, hidden ones too. */
  chatIds(userId: UserId): Promise<readonly ChatId[]> {
    return this.#chatIds.get(userId);
  }

  /** The ids of every member, ascending. For chats of many: of few, a page is read at once. */
  memberIds(chatId: ChatId): Promise<readonly UserId[]> {
    return this.#rosters.get(chatId);
  }

  forget(chatId: ChatId, userIds: readonly UserId[]): void {
    this.#chats.forget(chatId);
    if (userIds.length > 0) this.#rosters.forget(chatId);
    for (const userId of userIds) {
      this.#standings.forget(`${chatId}:${userId}`);
      this.#chatIds.forget(userId);
    }
  }

  #forgetAll(): void {
    for (const memory of [this.#chats, this.#standings, this.#chatIds, this.#rosters])
      memory.forgetAll();
  }
}
