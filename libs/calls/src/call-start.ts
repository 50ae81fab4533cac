import {
  CallId,
  problem,
  type Actor,
  type CallMedia,
  type ChatId,
  type StartCall,
  type UserId,
} from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ended, joinedOn } from './call/call-machine.js';
import { isSameDevice, partyOf, type Device, type OneCall } from './call/call.js';
import { CallAdmission } from './call-admission.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallDesk } from './call-desk.js';

/** Who calls whom, where, and on which device. */
interface Wish {
  readonly chatId: ChatId;
  readonly media: CallMedia;
  readonly callerId: UserId;
  readonly calleeId: UserId;
  readonly device: Device;
}

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

  async start(actor: Actor, input: StartCall): Promise<OneCall> {
    const { chatId, calleeId } = await this.admission.of(actor, input);
    const { media, deviceId } = input;
    const device = { sessionId: actor.sessionId, deviceId };
    return this.#open({ chatId, media, callerId: actor.userId, calleeId, device });
  }

  async #open(wish: Wish): Promise<OneCall> {
    const call = this.#newCall(wish);
    const theirs = await this.claims.holderOf(`user:${wish.calleeId}`);
    if (theirs && theirs.chatId !== wish.chatId) return this.#refuse(call, wish);
    const there = await this.desk.open(call);
    return there ? this.#goOn(there, wish) : call;
  }

  /** The callee is in another call: they hear of it, and the caller does. */
  async #refuse(call: OneCall, { callerId }: Wish): Promise<OneCall> {
    if (await this.claims.holderOf(`user:${callerId}`)) throw problem('call_busy');
    const over = ended(call, 'busy', call.createdMs);
    await this.desk.open(over);
    return over;
  }

  /** One is there: mine, which I ask for again, or theirs, which is what I want. */
  async #goOn(there: OneCall, { chatId, callerId, device }: Wish): Promise<OneCall> {
    const mine = there.chatId === chatId ? partyOf(there, callerId) : undefined;
    if (!mine) throw problem('call_busy');
    if (isSameDevice(mine.device, device)) return there;
    if (mine.state !== 'invited') throw problem('call_busy');
    return this.desk.join(there.id, { type: 'accept', userId: callerId, device });
  }

  #newCall({ chatId, media, callerId, calleeId, device }: Wish): OneCall {
    const createdMs = this.clock.now().getTime();
    const caller = joinedOn({ userId: callerId, state: 'invited' }, device, createdMs);
    return {
      id: CallId.parse(this.ids.next()),
      kind: 'direct',
      chatId,
      media,
      callerId,
      state: 'ringing',
      parties: [caller, { userId: calleeId, state: 'invited' }],
      createdMs,
      early: [],
      isTold: false,
      version: 1,
    };
  }
}
