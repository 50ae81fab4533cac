import type { SessionId } from '@app/contracts';

/**
 * Sessions whose access tokens are refused although their signature is good. An entry lives as long
 * as an access token can; after that the token's own expiry refuses it.
 */
export abstract class RevocationList {
  /** Refused on every node once this resolves. `ttlMs`: the longest rest of a token's life. */
  abstract revoke(sessionIds: readonly SessionId[], ttlMs: number): Promise<void>;

  /** Answered from memory: it is asked for every request and every socket event. */
  abstract isRevoked(sessionId: SessionId): boolean;
}
