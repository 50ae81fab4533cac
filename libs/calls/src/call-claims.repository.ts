import { problem, type CallId, type UserId } from '@app/contracts';
import { Clock, Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import { asFarAsHeard, settle } from './call/call-machine.js';
import { isLive, type OneCall } from './call/call.js';
import { CallsRepository } from './calls.repository.js';

/** What only one call can have at a time: a chat, and everybody who is in it. */
export type Claim = `chat:${string}` | `user:${UserId}`;

interface ClaimDocument {
  _id: Claim;
  callId: CallId;
  /** Absent in claims of before it was kept. */
  takenMs?: number;
}

const claimSchema = new Schema<ClaimDocument>({
  _id: { type: String, required: true },
  callId: { type: String, required: true },
  takenMs: { type: Number },
});

/** Between the claim of who joins and their being in it, ms; more than any of it takes. */
const joiningMs = 10_000;

/** How often a claim is tried for that is taken and let go meanwhile. */
const tries = 20;

/**
 * Who has what: `call_claims`. A document each and no unique index over a list, since an engine may
 * keep what has left a list. A claim whose call is over is free, and so is that of who has left
 * it: a process that dies before it releases one leaves nothing behind.
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

  /**
   * Undefined: this call has it now, or had it. Otherwise the call that runs and has it. Throws
   * `service_unavailable` where others are faster again and again.
   */
  async take(claim: Claim, callId: CallId): Promise<OneCall | undefined> {
    for (let left = tries; left > 0; left--) {
      const found = await this.#insert(claim, callId);
      if (found?.callId === callId) return undefined;
      const holder = found && (await this.#running(found));
      if (holder) return holder;
      // Not ours unless nobody was faster: then it is looked at again.
      if (found)
        await this.#claims.updateOne(
          { _id: claim, callId: found.callId },
          { $set: { callId, takenMs: this.#nowMs } },
        );
    }
    throw problem('service_unavailable', { service: 'calls' });
  }

  /** The call that runs and has it. */
  async holderOf(claim: Claim): Promise<OneCall | undefined> {
    const found = await this.#claims.findById(claim).lean<ClaimDocument>();
    return found ? this.#running(found) : undefined;
  }

  /**
   * The same, also where nothing was heard of its devices for so long that they might have gone:
   * until the clock of calls has ended it, it goes on with the next word of theirs.
   */
  async lastHolderOf(claim: Claim): Promise<OneCall | undefined> {
    const found = await this.#claims.findById(claim).lean<ClaimDocument>();
    return found ? this.#running(found, asFarAsHeard) : undefined;
  }

  /** The calls that run and have any of them, in no order. */
  async holdersOf(claims: readonly Claim[]): Promise<OneCall[]> {
    const found = await this.#claims.find({ _id: { $in: [...claims] } }).lean<ClaimDocument[]>();
    const calls = await this.calls.findAll(found.map(({ callId }) => callId));
    return calls.filter((call) => isLive(settle(call, this.#nowMs)));
  }

  /** Idempotent; nothing happens to what others have meanwhile. */
  async release(claims: readonly Claim[], callId: CallId): Promise<void> {
    await this.#claims.deleteMany({ _id: { $in: [...claims] }, callId });
  }

  get #nowMs(): number {
    return this.clock.now().getTime();
  }

  /** Who has it now; undefined when they have just let it go. */
  async #insert(claim: Claim, callId: CallId): Promise<ClaimDocument | undefined> {
    const mine = { _id: claim, callId, takenMs: this.#nowMs };
    if (await isFirst(this.#claims.create([mine]))) return mine;
    // Somebody has it, maybe since this moment: that is the answer.
    return (await this.#claims.findById(claim).lean<ClaimDocument>()) ?? undefined;
  }

  async #running(
    { _id, callId, takenMs = 0 }: ClaimDocument,
    judge = settle,
  ): Promise<OneCall | undefined> {
    const found = await this.calls.find(callId);
    const call = found && judge(found, this.#nowMs);
    if (!call || !isLive(call)) return undefined;
    const isJoining = this.#nowMs - takenMs < joiningMs;
    return isJoining || !hasLeft(call, _id) ? call : undefined;
  }
}

const hasLeft = (call: OneCall, claim: Claim): boolean =>
  call.parties.some(({ userId, state }) => state === 'left' && claim === `user:${userId}`);

export const claimsOf = (call: OneCall): Claim[] => [
  `chat:${call.chatId}`,
  ...call.parties.map(({ userId }) => `user:${userId}` as const),
];
