import { AccessApi, UsersApi, type Fact, type UserId } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { guestsOf, partyOf, type OneCall } from './call/call.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallDesk } from './call-desk.js';
import { onBehalfOf, refusalOf } from './chat-membership.js';

/**
 * Ends a call at once where somebody may not be in it any more: one of the two has blocked the
 * other, or the session of a device in it has ended, as all of a person's do who is deactivated. A
 * group call goes on without them, and without who is no member any more; and it stops ringing for
 * whom the other one has invited. With its chat it ends for all of them. A fact comes once, and
 * late just when leases are: so it is also for a call whose devices were silent for a while.
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
    if (userIds.length === 0) return;
    const leaving = call.kind === 'direct' || isInvitedBy(call, userId, otherId) ? userId : otherId;
    await this.desk.act(call.id, { type: 'stop', userId: leaving });
  }

  async #putOut({ userId, sessionIds }: Fact<'session.revoked'>): Promise<void> {
    const call = await this.claims.lastHolderOf(`user:${userId}`);
    const sessionId = call && partyOf(call, userId)?.device?.sessionId;
    if (sessionId && sessionIds.includes(sessionId))
      await this.desk.act(call.id, { type: 'stop', userId });
  }

  /** The fact is told of all that changes: so who is still a member is asked. */
  async #leave({ chatId, userIds }: Fact<'chat.changed'>): Promise<void> {
    const call = await this.claims.lastHolderOf(`chat:${chatId}`);
    if (call?.kind !== 'group') return;
    const isGone = (await refusalOf(this.access, call.callerId, chatId)) === 'not_found';
    if (isGone) return this.desk.close(call.id);
    // A guest of the call is in no need of its chat, as long as there is one.
    const guests = guestsOf(call);
    for (const userId of userIds.filter((each) => !guests.includes(each) && mayHave(call, each)))
      if (await refusalOf(this.access, userId, chatId))
        await this.desk.act(call.id, { type: 'stop', userId });
  }

  /**
   * The call of one with the other, or to which they have invited them. While it rings for somebody
   * only the other one is in it.
   */
  async #callOf(userId: UserId, otherId: UserId): Promise<OneCall | undefined> {
    const call = await this.claims.lastHolderOf(`user:${userId}`);
    if (!call || !partyOf(call, otherId)) return undefined;
    return call.kind === 'direct' || isInvitedBy(call, otherId, userId) ? call : undefined;
  }
}

const mayHave = (call: OneCall, userId: UserId): boolean => {
  const state = partyOf(call, userId)?.state;
  return state === 'joined' || state === 'invited';
};

/** It still rings for them, by the other one. */
function isInvitedBy(call: OneCall, userId: UserId, otherId: UserId): boolean {
  const party = partyOf(call, userId);
  return party?.state === 'invited' && party.invitedBy === otherId;
}
