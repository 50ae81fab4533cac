import { AccessApi, mayHostCalls, problem, UsersApi, type Actor } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { settle } from './call/call-machine.js';
import { isJoined, isLive, partyOf, type OneCall } from './call/call.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallsRepository } from './calls.repository.js';
import { standingOf } from './chat-membership.js';

/** Calls that somebody may be invited to at once. */
const mostInvitations = 20;

/** Which calls are open to somebody: those of their chats, and those to which they were invited. */
@Injectable()
export class CallDoors {
  constructor(
    private readonly access: AccessApi,
    private readonly users: UsersApi,
    private readonly calls: CallsRepository,
    private readonly claims: CallClaimsRepository,
    private readonly clock: Clock,
  ) {}

  /** Those that run, in no order. */
  async openTo(actor: Actor): Promise<OneCall[]> {
    const { chatIds } = await this.access.chatIds(actor, {});
    const [mine, others] = await Promise.all([
      this.claims.holdersOf(chatIds.map((chatId) => `chat:${chatId}` as const)),
      this.calls.withGuest(actor.userId, mostInvitations),
    ]);
    const nowMs = this.clock.now().getTime();
    const running = others.filter((call) => isLive(settle(call, nowMs)));
    // Whoever was invited may have come into the chat since.
    return [...new Map([...mine, ...running].map((call) => [call.id, call])).values()];
  }

  /**
   * `mayHost`: they are a host of every call of its chat. Throws `not_member` and `not_found` for
   * who is neither in the chat nor invited to the call; for who is no guest any more `call_removed`
   * where a host has put them out, and `blocked` where there is a block with who has invited them.
   */
  async check(actor: Actor, call: OneCall): Promise<{ readonly mayHost: boolean }> {
    const { refusal, access } = await standingOf(this.access, actor, call.chatId);
    if (refusal === 'not_found') throw problem('not_found');
    if (refusal) await this.#checkGuest(actor, call);
    return { mayHost: access !== undefined && mayHostCalls(access, actor.role) };
  }

  /** A block ends an invitation that was not taken, and nobody is put out by it. */
  async #checkGuest(actor: Actor, call: OneCall): Promise<void> {
    const party = partyOf(call, actor.userId);
    if (party?.isRemoved) throw problem('call_removed');
    if (!party?.isGuest) throw problem('not_member', { chatId: call.chatId });
    const { invitedBy } = party;
    if (isJoined(party) || !invitedBy) return;
    const { userIds } = await this.users.blockedBetween(actor, { userIds: [invitedBy] });
    if (userIds.length > 0) throw problem('blocked');
  }
}
