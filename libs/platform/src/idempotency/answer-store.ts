/** What is kept of a request that may be repeated. */
export interface KeptRequest {
  /** Of what was asked. */
  readonly fingerprint: string;
  /** What was answered; absent while it is under way. */
  readonly answer?: string | undefined;
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
  abstract claim(
    key: string,
    fingerprint: string,
    leaseMs: number,
  ): Promise<KeptRequest | undefined>;

  /** In place of the claim, for `ttlMs`. */
  abstract keep(key: string, request: Required<KeptRequest>, ttlMs: number): Promise<void>;

  /** As if it had never been claimed. */
  abstract release(key: string): Promise<void>;
}
