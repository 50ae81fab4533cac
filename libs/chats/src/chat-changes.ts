import {
  ChatLogApi,
  ClientMsgId,
  problem,
  type Actor,
  type ChatId,
  type SystemEvent,
  type UserId,
} from '@app/contracts';
import { IdGenerator, KeyedQueue } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChatRecord, Membership } from './chat.js';
import { ChatProjector } from './chat-projector.js';
import { MembershipsRepository } from './memberships.repository.js';

/** Changes of one chat that wait for each other. Each is an append: some seconds' worth. */
const MAX_CHANGES_IN_LINE = 1000;

/** A chat as it is when a change of it is decided. */
export interface Present {
  readonly chat: ChatRecord;
  /** `Map<UserId, Membership>`: those of some people who are members now. */
  readonly members: (userIds: readonly UserId[]) => Promise<ReadonlyMap<UserId, Membership>>;
  /** Whether somebody was in the chat before, and is no longer. */
  readonly hasLeft: (userId: UserId) => Promise<boolean>;
}

/**
 * The one way in which a chat changes: an entry in its log, then what follows from it. Changes of
 * one chat are decided one after the other here; between processes the log's order decides, see
 * `applySystemEvent`.
 */
@Injectable()
export class ChatChanges {
  readonly #lanes = new KeyedQueue<ChatId>(MAX_CHANGES_IN_LINE);

  constructor(
    private readonly log: ChatLogApi,
    private readonly projector: ChatProjector,
    private readonly memberships: MembershipsRepository,
    private readonly ids: IdGenerator,
  ) {}

  /**
   * Asks `decide` what to do, does it, and resolves with the chat as it is then. Nothing is done
   * when it answers undefined: what was wanted is so already. Throws `not_found` for a chat that
   * ended.
   */
  change(
    actor: Actor,
    chatId: ChatId,
    decide: (present: Present) => Promise<SystemEvent | undefined>,
  ): Promise<ChatRecord> {
    return this.#lanes.run(chatId, async () => {
      const chat = await this.projector.current(chatId);
      if (!chat || chat.deletedAt !== undefined) throw problem('not_found');
      const members = (userIds: readonly UserId[]) => this.#members(chatId, userIds);
      const hasLeft = (userId: UserId) => this.#hasLeft(chatId, userId);
      const event = await decide({ chat, members, hasLeft });
      return event ? this.append(actor, chatId, event, this.ids.next()) : chat;
    });
  }

  /**
   * For the first entry, and for those that a retry must not repeat: the id is the caller's.
   * `createdAt`: of one that was not now.
   */
  async append(
    actor: Actor,
    chatId: ChatId,
    system: SystemEvent,
    clientMsgId: string,
    createdAt?: string,
  ): Promise<ChatRecord> {
    const entry = { chatId, clientMsgId: ClientMsgId.parse(clientMsgId), system, createdAt };
    await this.log.append(actor, entry);
    const chat = await this.projector.current(chatId);
    if (!chat) throw new Error(`The log of ${chatId} has an entry and no head`);
    return chat;
  }

  async #hasLeft(chatId: ChatId, userId: UserId): Promise<boolean> {
    const found = await this.memberships.find(chatId, userId);
    return found?.isMember === false;
  }

  async #members(chatId: ChatId, userIds: readonly UserId[]): Promise<Map<UserId, Membership>> {
    const found = await this.memberships.findMany(chatId, userIds);
    return new Map(found.filter((one) => one.isMember).map((one) => [one.userId, one]));
  }
}
