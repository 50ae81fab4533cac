import { problem, type Actor, type AuditTarget, type Origin, type Problem } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { RateLimiter, type Bucket } from '../limits/rate-limiter.js';
import { AuditOutbox } from './audit-outbox.js';

/** Entries of one person: who tries everything is known after a few. */
const bucket: Bucket = { capacity: 5, refillPerSecond: 5 / 3600 };

/** What somebody tried. */
export interface Denied {
  /** The right that they do not have, or what they wanted to do with it. */
  readonly right: string;
  readonly target?: AuditTarget | undefined;
  readonly origin?: Origin | undefined;
}

/** Tells the audit log of who tries what they have no right to. */
@Injectable()
export class Denials {
  constructor(
    private readonly outbox: AuditOutbox,
    private readonly limiter: RateLimiter,
  ) {}

  /** `forbidden`, to be thrown. */
  async of(actor: Actor, { right, target, origin }: Denied): Promise<Problem> {
    const { isAllowed } = await this.limiter.consume(`audit.denials:${actor.userId}`, bucket);
    if (isAllowed) {
      const about = { ...(target && { target }), ...(origin && { origin }) };
      const deed = { action: 'access.refused', actor, ...about, after: { right } } as const;
      await this.outbox.record(deed, 'refused');
    }
    return problem('forbidden');
  }
}
