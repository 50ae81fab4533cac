import {
  problem,
  userRoom,
  type Actor,
  type CallDevice,
  type CallId,
  type InviteToCall,
  type UserId,
} from '@app/contracts';
import { RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { by } from './acting-device.js';
import { requireJoined } from './call/call-rules.js';
import { toCall, type OneCall } from './call/call.js';
import { CallAdmission } from './call-admission.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallDesk } from './call-desk.js';
import { CallsRepository } from './calls.repository.js';
import { CallRooms } from './room/call-rooms.js';

/**
 * How a call that runs comes into a room: since its two ends do not reach each other, or since one
 * more is called to it. The room is there before anybody is sent to it.
 */
@Injectable()
export class CallWays {
  constructor(
    private readonly calls: CallsRepository,
    private readonly desk: CallDesk,
    private readonly rooms: CallRooms,
    private readonly admission: CallAdmission,
    private readonly claims: CallClaimsRepository,
    private readonly publisher: RealtimePublisher,
  ) {}

  async reroute(actor: Actor, input: CallDevice): Promise<OneCall> {
    const { callId } = input;
    const who = by(actor, input);
    const call = await this.#callOf(callId, who);
    if (call.via === 'peer') await this.rooms.prepare(actor, input);
    return this.desk.act(callId, { type: 'reroute', ...who });
  }

  /** All that may refuse it is asked before there is a room: the call stays what it is. */
  async invite(actor: Actor, input: InviteToCall): Promise<OneCall> {
    const { callId, userId: invitedId } = input;
    const who = by(actor, input);
    const call = await this.#callOf(callId, who);
    if (isHere(call, invitedId)) return call;
    const invited = await this.admission.ofOne(actor, call.chatId, invitedId);
    const invite = { type: 'invite' as const, ...who, invited };
    this.desk.mustAllow(call, invite);
    await this.admission.count(who.userId, invitedId);
    if (await this.#isElsewhere(call, invitedId)) {
      this.#tellBusy(call, who.userId, invitedId);
      throw problem('call_busy');
    }
    if (call.via === 'peer') await this.rooms.prepare(actor, input);
    const after = await this.desk.act(callId, invite);
    await this.#mustRing(actor, input);
    return after;
  }

  /** A block of since it was asked has found no invitation to end. */
  async #mustRing(actor: Actor, { callId, userId }: InviteToCall): Promise<void> {
    try {
      await this.admission.mustNotBlock(actor, userId);
    } catch (error) {
      // It does not ring across a block.
      await this.desk.act(callId, { type: 'stop', userId });
      throw error;
    }
  }

  /** As `requireJoined`; throws `not_found`. */
  async #callOf(callId: CallId, who: ReturnType<typeof by>): Promise<OneCall> {
    const call = await this.calls.find(callId);
    if (!call) throw problem('not_found');
    requireJoined(call, who);
    return call;
  }

  async #isElsewhere({ id }: OneCall, userId: UserId): Promise<boolean> {
    const theirs = await this.claims.holderOf(`user:${userId}`);
    return theirs !== undefined && theirs.id !== id;
  }

  /**
   * They hear who wanted them, and nothing of the others: they are not invited. Who is a member of
   * the chat knows more of it, and goes on knowing it.
   */
  #tellBusy(call: OneCall, userId: UserId, invitedId: UserId): void {
    const mine = { userId: invitedId, state: 'left' as const, invitedBy: userId };
    const parties = [...call.parties.filter((party) => party.userId === userId), mine];
    const news = { callId: call.id, call: toCall({ ...call, parties, version: 0 }) };
    this.publisher.publish(userRoom(invitedId), 'call_busy', news);
  }
}

const isHere = (call: OneCall, userId: UserId): boolean =>
  call.parties.some((party) => party.userId === userId && party.state !== 'left');
