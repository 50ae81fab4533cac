import type { SessionId } from '@app/contracts';

/**
 * Sessions whose access tokens are refused although their signature is good. An entry lives as long
 * as an access token can; after that the token's own expiry refuses it.
 */
export abstract class RevocationList {
  /**
   * Refused here, and told to every node, once this resolves: they refuse it as soon as they have
   * read the news. `ttlMs`: the longest rest of a token's life; a shorter one never shortens. Never
   * throws: without its backing it holds here, and elsewhere when that is back.
   */
  abstract revoke(sessionIds: readonly SessionId[], ttlMs: number): Promise<void>;

  /** Answered from memory: it is asked for every request and every socket event. */
  abstract isRevoked(sessionId: SessionId): boolean;
}
