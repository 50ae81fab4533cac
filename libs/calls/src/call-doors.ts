import { AccessApi, mayHostCalls, problem, type Actor, type UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { settle } from './call/call-machine.js';
import { isLive, partyOf, type OneCall } from './call/call.js';
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
   * who is neither in the chat nor invited to the call, and `call_removed` for whom a host has put
   * out, who is no guest any more.
   */
  async check(actor: Actor, call: OneCall): Promise<{ readonly mayHost: boolean }> {
    const { refusal, access } = await standingOf(this.access, actor, call.chatId);
    if (refusal === 'not_found') throw problem('not_found');
    if (refusal) mustBeGuest(call, actor.userId);
    return { mayHost: access !== undefined && mayHostCalls(access, actor.role) };
  }
}

function mustBeGuest(call: OneCall, userId: UserId): void {
  const party = partyOf(call, userId);
  if (party?.isRemoved) throw problem('call_removed');
  if (!party?.isGuest) throw problem('not_member', { chatId: call.chatId });
}
