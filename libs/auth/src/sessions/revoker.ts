import type { SessionId, UserId } from '@app/contracts';
import { chunksOf, CONFIG, EventBus, RevocationList, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** Most ids that one write names. */
const batchSize = 500;

/**
 * Makes sessions, and tokens of programs, refused on every node. The socket server hears of it by
 * the fact `session.revoked`, and closes their sockets.
 */
@Injectable()
export class Revoker {
  readonly #accessTtlMs: number;

  constructor(
    private readonly revocations: RevocationList,
    private readonly eventBus: EventBus,
    @Inject(CONFIG) { accessTtl }: Pick<Config, 'accessTtl'>,
  ) {
    this.#accessTtlMs = accessTtl * 1000;
  }

  /**
   * Resolves once they are refused everywhere. `store`: writes down that they are over, first, at
   * most 500 at a time.
   */
  async revoke(
    userId: UserId,
    ids: readonly SessionId[],
    store: (ids: readonly SessionId[]) => Promise<void>,
  ): Promise<void> {
    for (const batch of chunksOf(ids, batchSize)) {
      // One batch after the other: more than one comes only to somebody who signs in all day long.
      await store(batch);
      await this.revocations.revoke(batch, this.#accessTtlMs);
      await this.eventBus.publish('session.revoked', { userId, sessionIds: batch });
    }
  }

  /** What was revoked before this process was there to know. */
  async recall(ids: readonly SessionId[]): Promise<void> {
    if (ids.length > 0) await this.revocations.revoke(ids, this.#accessTtlMs);
  }

  /** As long as an access token may live: so long, a restart must find it. */
  forgetAt(now: Date): Date {
    return new Date(now.getTime() + this.#accessTtlMs);
  }
}
