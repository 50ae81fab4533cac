import {
  CallId,
  problem,
  type Actor,
  type CallMedia,
  type StartCall,
  type UserId,
} from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { by } from './acting-device.js';
import { ended, joinedOn, type CallAction } from './call/call-rules.js';
import { begun } from './call/group-rules.js';
import { isSameDevice, partyOf, type Device, type OneCall } from './call/call.js';
import { CallAdmission, type Invitation } from './call-admission.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallDesk } from './call-desk.js';

/** Who calls whom, where, and on which device. */
interface Wish extends Invitation {
  readonly media: CallMedia;
  readonly callerId: UserId;
  readonly device: Device;
}

type Accept = Extract<CallAction, { readonly type: 'accept' }>;

/** How a call begins: at most one in a chat, and one of a person, whoever is faster. */
@Injectable()
export class CallStart {
  constructor(
    private readonly admission: CallAdmission,
    private readonly desk: CallDesk,
    private readonly claims: CallClaimsRepository,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Counted is what rings: coming into a call that runs does not, and a refusal does not. */
  async start(actor: Actor, input: StartCall): Promise<OneCall> {
    const invitation = await this.admission.of(actor, input);
    const { userId: callerId, device } = by(actor, input);
    const wish: Wish = { ...invitation, media: input.media, callerId, device };
    const there = await this.#inTheWay(wish);
    if (there) return this.#goOn(there, wish);
    const { kind, chatId, calleeIds } = wish;
    await this.admission.count(callerId, kind === 'direct' ? calleeIds[0]! : chatId);
    return this.#open(wish);
  }

  /**
   * Into a group call that runs. Throws `rate_limited` for who leaves and comes back again and
   * again; who has lost the line may come back as often as that happens. As `CallDesk.join`.
   */
  async come(call: OneCall, accept: Accept): Promise<OneCall> {
    const party = partyOf(call, accept.userId);
    if (party?.state === 'left' && !party.isLost)
      await this.admission.countChange(accept.userId, call.id);
    return this.desk.join(call.id, accept);
  }

  /** That of the chat, or the one in which the caller is. */
  async #inTheWay({ chatId, callerId }: Wish): Promise<OneCall | undefined> {
    const claims = [`chat:${chatId}`, `user:${callerId}`] as const;
    const [ofTheChat, theirs] = await Promise.all(claims.map((one) => this.claims.holderOf(one)));
    return ofTheChat ?? theirs;
  }

  async #open(wish: Wish): Promise<OneCall> {
    const call = this.#newCall(wish);
    if (wish.kind === 'direct' && (await this.#isElsewhere(wish))) return this.#refuse(call);
    const there = await this.desk.open(call);
    return there ? this.#goOn(there, wish) : call;
  }

  async #isElsewhere({ chatId, calleeIds }: Wish): Promise<boolean> {
    const theirs = await this.claims.holderOf(`user:${calleeIds[0]!}`);
    return theirs !== undefined && theirs.chatId !== chatId;
  }

  /** The callee is in another call: they hear of it, and the caller does. */
  async #refuse(call: OneCall): Promise<OneCall> {
    const over = ended(call, 'busy', call.createdMs);
    await this.desk.open(over);
    return over;
  }

  /** One is there: mine, which I ask for again, or theirs, which is what I want. */
  async #goOn(there: OneCall, { chatId, callerId, device, mayHost }: Wish): Promise<OneCall> {
    const accept = { type: 'accept' as const, userId: callerId, device, mayHost };
    if (there.kind === 'group' && there.chatId === chatId) return this.come(there, accept);
    const mine = there.chatId === chatId ? partyOf(there, callerId) : undefined;
    if (!mine) throw problem('call_busy');
    if (isSameDevice(mine.device, device)) {
      if (mayBeUntold(there)) await this.desk.openAgain(there);
      return there;
    }
    if (mine.state !== 'invited') throw problem('call_busy');
    return this.desk.join(there.id, accept);
  }

  #newCall({ kind, chatId, media, callerId, calleeIds, device }: Wish): OneCall {
    const createdMs = this.clock.now().getTime();
    const caller = joinedOn({ userId: callerId, state: 'invited' }, device, createdMs);
    const call: OneCall = {
      id: CallId.parse(this.ids.next()),
      kind,
      via: kind === 'group' ? 'room' : 'peer',
      chatId,
      media,
      callerId,
      state: 'ringing',
      parties: [caller, ...calleeIds.map((userId) => ({ userId, state: 'invited' as const }))],
      createdMs,
      early: [],
      isTold: false,
      version: 1,
    };
    return kind === 'group' ? begun(call) : call;
  }
}

/** It rings, and no device has said so. */
const mayBeUntold = ({ kind, state, parties }: OneCall): boolean =>
  kind === 'direct' && state === 'ringing' && !parties.some(({ isRung }) => isRung);
