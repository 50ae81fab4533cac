import {
  AccessApi,
  problem,
  UsersApi,
  type Access,
  type Actor,
  type Call,
  type CallControlsApi,
  type CallDevice,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { by } from './acting-device.js';
import { isJoined, partyOf, toCall } from './call/call.js';
import type { CallAction } from './call/call-rules.js';
import { CallAdmission } from './call-admission.js';
import { CallDesk } from './call-desk.js';
import { CallsRepository } from './calls.repository.js';
import { isHostNow, onBehalfOf, standingOf } from './chat-membership.js';

type Input<M extends keyof CallControlsApi> = Parameters<CallControlsApi[M]>[1];

/** See `CallControlsApi`. */
@Injectable()
export class CallControlsService implements CallControlsApi {
  constructor(
    private readonly desk: CallDesk,
    private readonly calls: CallsRepository,
    private readonly access: AccessApi,
    private readonly users: UsersApi,
    private readonly admission: CallAdmission,
  ) {}

  async mute(actor: Actor, input: Input<'mute'>): Promise<Call> {
    const mayHost = await this.#mayHost(actor, input);
    return this.#act(input, { type: 'mute', ...by(actor, input), mayHost, whom: input.userId });
  }

  unmute(actor: Actor, input: Input<'unmute'>): Promise<Call> {
    return this.#act(input, { type: 'unmute', ...by(actor, input) });
  }

  async remove(actor: Actor, input: Input<'remove'>): Promise<Call> {
    const { userId: whom } = input;
    const mine = await this.#accessOf(actor, input);
    if (mine && mine.role !== 'owner') {
      const theirs = await standingOf(this.access, onBehalfOf(whom), mine.chatId);
      if (theirs.access?.role === 'owner') throw problem('forbidden');
    }
    const mayHost = await this.#isHostBy(mine, actor);
    return this.#act(input, { type: 'remove', ...by(actor, input), mayHost, whom });
  }

  async lock(actor: Actor, input: Input<'lock'>): Promise<Call> {
    const { isLocked } = input;
    const mayHost = await this.#mayHost(actor, input);
    await this.admission.countChange(actor.userId, input.callId);
    return this.#act(input, { type: 'lock', ...by(actor, input), mayHost, isLocked });
  }

  async hand(actor: Actor, input: Input<'hand'>): Promise<Call> {
    const { isRaised, userId: whom } = input;
    const mayHost = await this.#mayHost(actor, input);
    return this.#act(input, { type: 'hand', ...by(actor, input), mayHost, isRaised, whom });
  }

  async #mayHost(actor: Actor, input: CallDevice): Promise<boolean> {
    return this.#isHostBy(await this.#accessOf(actor, input), actor);
  }

  /** Undefined: they are not in the call, or not in its chat, or it has no hosts. */
  async #accessOf(actor: Actor, { callId }: CallDevice): Promise<Access | undefined> {
    const call = await this.calls.find(callId);
    const party = call && partyOf(call, actor.userId);
    if (call?.kind !== 'group' || !party || !isJoined(party)) return undefined;
    return (await standingOf(this.access, actor, call.chatId)).access;
  }

  async #isHostBy(access: Access | undefined, actor: Actor): Promise<boolean> {
    return access !== undefined && isHostNow(this.users, access, actor);
  }

  async #act({ callId }: CallDevice, action: CallAction): Promise<Call> {
    return toCall(await this.desk.act(callId, action));
  }
}
