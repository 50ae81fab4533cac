import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';

/** What a signature adds to a path: `?expires=<s>&signature=<base64url>`. */
export interface PathSignature {
  /** Seconds since 1970. */
  readonly expires: number;
  readonly signature: string;
}

/** So that no signature of ours is taken for another kind of them. */
const purpose = 'parley-path-v1';

/**
 * Links that stand for themselves for a while: who has one needs no token, so that a mirror, an
 * image or a player can fetch it. HMAC-SHA256 over purpose, path and end, by the secret of the
 * tokens (the former one is still taken); a link cannot be taken back before its end.
 */
@Injectable()
export class SignedPaths {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The path (`/api/files/…`, without a query) with its signature, good for so many seconds. */
  sign(path: string, lifeSeconds: number): string {
    const expires = this.#nowSeconds() + lifeSeconds;
    const signature = macOf(this.config.jwtSecret!, path, expires).toString('base64url');
    // Digits and base64url: nothing in it is to be escaped.
    return `${path}?expires=${expires}&signature=${signature}`;
  }

  /** `expired`: it was good once. Takes the same time whatever is wrong with the signature. */
  check(path: string, { expires, signature }: PathSignature): 'good' | 'expired' | 'forged' {
    const offered = Buffer.from(signature, 'base64url');
    const isOurs = [this.config.jwtSecret, this.config.jwtSecretPrevious].some((secret) => {
      if (secret === undefined) return false;
      const expected = macOf(secret, path, expires);
      return offered.length === expected.length && timingSafeEqual(offered, expected);
    });
    if (!isOurs) return 'forged';
    return expires > this.#nowSeconds() ? 'good' : 'expired';
  }

  #nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function macOf(secret: string, path: string, expires: number): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${path}\n${expires}`).digest();
}
