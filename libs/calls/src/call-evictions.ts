import {
  AccessApi,
  Problem,
  SessionId,
  UsersApi,
  type Actor,
  type ChatId,
  type Fact,
  type UserId,
} from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partyOf, type OneCall } from './call/call.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallDesk } from './call-desk.js';

/**
 * Ends a call at once where somebody may not be in it any more: one of the two has blocked the
 * other, or the session of a device in it has ended, as all of a person's do who is deactivated. A
 * group call goes on without them, and without who is no member any more.
 */
@Injectable()
export class CallEvictions implements OnModuleInit {
  constructor(
    private readonly claims: CallClaimsRepository,
    private readonly desk: CallDesk,
    private readonly users: UsersApi,
    private readonly access: AccessApi,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    this.eventBus.subscribe({
      module: 'calls',
      name: 'user.blocked',
      handle: (fact) => this.#part(fact),
    });
    this.eventBus.subscribe({
      module: 'calls',
      name: 'session.revoked',
      handle: (fact) => this.#putOut(fact),
    });
    this.eventBus.subscribe({
      module: 'calls',
      name: 'chat.changed',
      handle: (fact) => this.#leave(fact),
    });
  }

  /** The fact is told of an end of a block, too: so who has the blocks is asked. */
  async #part({ userId, otherId }: Fact<'user.blocked'>): Promise<void> {
    const call = (await this.#callOf(userId, otherId)) ?? (await this.#callOf(otherId, userId));
    if (!call) return;
    const { userIds } = await this.users.blockedBetween(onBehalfOf(userId), { userIds: [otherId] });
    if (userIds.length > 0) await this.desk.act(call.id, { type: 'stop', userId });
  }

  async #putOut({ userId, sessionIds }: Fact<'session.revoked'>): Promise<void> {
    const call = await this.claims.holderOf(`user:${userId}`);
    const sessionId = call && partyOf(call, userId)?.device?.sessionId;
    if (sessionId && sessionIds.includes(sessionId))
      await this.desk.act(call.id, { type: 'stop', userId });
  }

  /** The fact is told of all that changes: so who is still a member is asked. */
  async #leave({ chatId, userIds }: Fact<'chat.changed'>): Promise<void> {
    const call = await this.claims.holderOf(`chat:${chatId}`);
    if (call?.kind !== 'group') return;
    for (const userId of userIds)
      if (mayHave(call, userId) && !(await this.#isMember(userId, chatId)))
        await this.desk.act(call.id, { type: 'stop', userId });
  }

  async #isMember(userId: UserId, chatId: ChatId): Promise<boolean> {
    try {
      await this.access.of(onBehalfOf(userId), { chatId });
      return true;
    } catch (error) {
      // They have left, or the chat was deleted: asking is how it is known.
      const { code } = error instanceof Problem ? (error as Problem) : { code: undefined };
      if (code === 'not_member' || code === 'not_found') return false;
      throw error;
    }
  }

  /** The call of one with the other. While it rings only the caller is in it. */
  async #callOf(userId: UserId, otherId: UserId): Promise<OneCall | undefined> {
    const call = await this.claims.holderOf(`user:${userId}`);
    return call?.kind === 'direct' && partyOf(call, otherId) ? call : undefined;
  }
}

const mayHave = (call: OneCall, userId: UserId): boolean => {
  const state = partyOf(call, userId)?.state;
  return state === 'joined' || state === 'invited';
};

const onBehalfOf = (userId: UserId): Actor => ({
  userId,
  sessionId: SessionId.parse('calls'),
  role: 'member',
});
