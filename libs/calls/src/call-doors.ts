import { AccessApi, problem, UsersApi, type Actor, type Call, type UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { settle } from './call/call-machine.js';
import { isJoined, isLive, partyOf, toCall, toOwnPart, type OneCall } from './call/call.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallsRepository } from './calls.repository.js';
import { isHostNow, standingOf } from './chat-membership.js';

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
    return { mayHost: access !== undefined && (await isHostNow(this.users, access, actor)) };
  }

  /** To come into a call of this chat, or call somebody to it, is to speak. Throws `muted`. */
  async mustMayTalk(actor: Actor, { chatId }: OneCall): Promise<void> {
    const { access } = await standingOf(this.access, actor, chatId);
    const until = access ? access.mutedUntil : await this.#mutedUntil(actor);
    if (until !== undefined) throw problem('muted', { until });
  }

  /** For who is in it: as `check`; between two, `blocked` where there is a block by now. */
  async checkAgain(actor: Actor, call: OneCall): Promise<void> {
    if (call.kind === 'group') await this.check(actor, call);
    else await this.#mustNotBlock(actor, othersIn(call, actor.userId));
  }

  /** As they may see them: see `toOwnPart`. */
  async shownTo(actor: Actor, calls: readonly OneCall[]): Promise<Call[]> {
    const isTheirs = (call: OneCall) => isOf(actor.userId, call);
    const { chatIds } = calls.every(isTheirs)
      ? { chatIds: [] }
      : await this.access.chatIds(actor, {});
    const isOpen = (call: OneCall) => isTheirs(call) || chatIds.includes(call.chatId);
    return calls.map((call) => (isOpen(call) ? toCall(call) : toOwnPart(call, actor.userId)));
  }

  /** A block ends an invitation that was not taken, and nobody is put out by it. */
  async #checkGuest(actor: Actor, call: OneCall): Promise<void> {
    const party = partyOf(call, actor.userId);
    if (party?.isRemoved) throw problem('call_removed');
    if (!party?.isGuest) throw problem('not_member', { chatId: call.chatId });
    const { invitedBy } = party;
    if (!isJoined(party) && invitedBy) await this.#mustNotBlock(actor, [invitedBy]);
  }

  /** Of a guest, who is in no chat that would say so. */
  async #mutedUntil(actor: Actor): Promise<string | undefined> {
    const { mutedUntil } = await this.users.profile(actor, { userId: actor.userId });
    const isOver = mutedUntil === undefined || Date.parse(mutedUntil) <= this.clock.now().getTime();
    return isOver ? undefined : mutedUntil;
  }

  async #mustNotBlock(actor: Actor, others: UserId[]): Promise<void> {
    const { userIds } = await this.users.blockedBetween(actor, { userIds: others });
    if (userIds.length > 0) throw problem('blocked');
  }
}

const othersIn = ({ parties }: OneCall, userId: UserId): UserId[] =>
  parties.map((party) => party.userId).filter((other) => other !== userId);

/** Whether it is theirs, whatever they are in its chat; nobody leaves one of two. */
function isOf(userId: UserId, call: OneCall): boolean {
  const party = partyOf(call, userId);
  return call.kind === 'direct' || party?.isGuest === true || party?.state === 'joined';
}
