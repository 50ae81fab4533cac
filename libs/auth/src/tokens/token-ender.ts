import type { TokenId, UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Revoker } from '../sessions/revoker.js';
import { TokensRepository } from './tokens.repository.js';

/** Ends personal access tokens: none is accepted any more, on any node. */
@Injectable()
export class TokenEnder {
  constructor(
    private readonly tokens: TokensRepository,
    private readonly revoker: Revoker,
    private readonly clock: Clock,
  ) {}

  /** Resolves once they are refused everywhere. Idempotent. */
  async end(userId: UserId, tokenIds: readonly TokenId[]): Promise<void> {
    await this.revoker.revoke(userId, tokenIds, (batch) => {
      const now = this.clock.now();
      return this.tokens.revoke(batch, now, this.revoker.forgetAt(now));
    });
  }

  /** All of a person. Those that have ended lately are told of again, as with sessions. */
  async endAll(userId: UserId): Promise<void> {
    const [kept, revoked] = await Promise.all([
      this.tokens.findOf(userId),
      this.tokens.findRevokedOf(userId, this.clock.now()),
    ]);
    await this.end(userId, [...kept.map(({ id }) => id), ...revoked]);
  }
}
