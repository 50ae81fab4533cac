/** What is kept of a request that may be repeated. */
export interface KeptRequest {
  /** Of what was asked. */
  readonly fingerprint: string;
  /** What was answered; absent while it is under way, and where nobody knows how it ended. */
  readonly answer?: string | undefined;
}

/** Who wants to do what was asked. `nonce`: of this try alone, so that it ends no other's claim. */
export interface Claim {
  readonly key: string;
  readonly fingerprint: string;
  readonly nonce: string;
}

/**
 * Requests by their keys, and their answers, for all processes. Kept where what it is about is as
 * safe: by Redis where processes share one, else in the database.
 */
export abstract class AnswerStore {
  /**
   * Undefined: it is the caller's now, for `leaseMs`, after which whoever was at it is taken for
   * dead. Else what is known of the one before. Rejects when the store is away: whether it was done
   * before, nobody can tell.
   */
  abstract claim(claim: Claim, leaseMs: number): Promise<KeptRequest | undefined>;

  /**
   * In place of the claim, for `ttlMs`; undefined: nobody knows how it ended. Nothing happens where
   * the key is another's by now.
   */
  abstract keep(claim: Claim, answer: string | undefined, ttlMs: number): Promise<void>;

  /** As if it had never been claimed, unless the key is another's by now. */
  abstract release(claim: Claim): Promise<void>;
}
