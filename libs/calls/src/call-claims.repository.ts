import type { CallId, UserId } from '@app/contracts';
import { Clock, Database, isDuplicate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import { settle } from './call/call-machine.js';
import { isLive, type OneCall } from './call/call.js';
import { CallsRepository } from './calls.repository.js';

/** What only one call can have at a time: a chat, and everybody who is in it. */
export type Claim = `chat:${string}` | `user:${UserId}`;

interface ClaimDocument {
  _id: Claim;
  callId: CallId;
}

const claimSchema = new Schema<ClaimDocument>({
  _id: { type: String, required: true },
  callId: { type: String, required: true },
});

/**
 * Who has what: `call_claims`. A document each and no unique index over a list, since an engine may
 * keep what has left a list. A claim whose call is over is free, so a process that dies before it
 * releases one leaves nothing behind.
 */
@Injectable()
export class CallClaimsRepository {
  readonly #claims: Model<ClaimDocument>;

  constructor(
    database: Database,
    private readonly calls: CallsRepository,
    private readonly clock: Clock,
  ) {
    this.#claims = database.model<ClaimDocument>('call_claims', claimSchema);
  }

  /** Undefined: this call has it now, or had it. Otherwise the call that runs and has it. */
  async take(claim: Claim, callId: CallId): Promise<OneCall | undefined> {
    for (;;) {
      const holderId = await this.#insert(claim, callId);
      if (holderId === callId) return undefined;
      const holder = await this.#running(holderId);
      if (holder) return holder;
      // Not ours unless nobody was faster: then it is looked at again.
      await this.#claims.updateOne({ _id: claim, callId: holderId }, { $set: { callId } });
    }
  }

  /** The call that runs and has it. */
  async holderOf(claim: Claim): Promise<OneCall | undefined> {
    const found = await this.#claims.findById(claim).lean<ClaimDocument>();
    return found ? this.#running(found.callId) : undefined;
  }

  /** The calls that run and have any of them, in no order. */
  async holdersOf(claims: readonly Claim[]): Promise<OneCall[]> {
    const found = await this.#claims.find({ _id: { $in: [...claims] } }).lean<ClaimDocument[]>();
    const calls = await this.calls.findAll(found.map(({ callId }) => callId));
    return calls.filter((call) => this.#runs(call));
  }

  /** Idempotent; nothing happens to what others have meanwhile. */
  async release(claims: readonly Claim[], callId: CallId): Promise<void> {
    await this.#claims.deleteMany({ _id: { $in: [...claims] }, callId });
  }

  /** Who has it now. */
  async #insert(claim: Claim, callId: CallId): Promise<CallId> {
    try {
      await this.#claims.create([{ _id: claim, callId }]);
      return callId;
    } catch (error) {
      // Somebody has it, maybe since this moment: that is the answer.
      if (!isDuplicate(error)) throw error;
      const found = await this.#claims.findById(claim).lean<ClaimDocument>();
      return found?.callId ?? this.#insert(claim, callId);
    }
  }

  async #running(id: CallId): Promise<OneCall | undefined> {
    const call = await this.calls.find(id);
    return call && this.#runs(call) ? call : undefined;
  }

  #runs(call: OneCall): boolean {
    return isLive(settle(call, this.clock.now().getTime()));
  }
}

export const claimsOf = (call: OneCall): Claim[] => [
  `chat:${call.chatId}`,
  ...call.parties.map(({ userId }) => `user:${userId}` as const),
];
