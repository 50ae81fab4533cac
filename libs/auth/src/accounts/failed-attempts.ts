import { createHash } from 'node:crypto';
import { problem } from '@app/contracts';
import { CONFIG, KeyedQueue, RateLimiter, type Bucket, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** Who is asking to be let in. */
export interface Attempt {
  /** What they call themselves, whether there is such an account or not. */
  readonly account: string;
  readonly address: string;
}

/**
 * Failures of one account from all addresses together, as a multiple of those from one address. An
 * attacker with many addresses is slowed down; one with a single address locks nobody else out.
 */
const ADDRESSES = 10;

/** Most attempts of one account and address that wait for each other. */
const MAX_IN_LINE = 20;

/**
 * Counts failures to prove who one is, per account and address and per account. Success costs
 * nothing, and what an account is called counts, not whether it exists: a refusal tells nothing.
 */
@Injectable()
export class FailedAttempts {
  readonly #line = new KeyedQueue<string>(MAX_IN_LINE);
  readonly #perAddress: Bucket;
  readonly #perAccount: Bucket;

  constructor(
    private readonly limiter: RateLimiter,
    @Inject(CONFIG) { loginFailures }: Pick<Config, 'loginFailures'>,
  ) {
    this.#perAddress = perMinute(loginFailures);
    this.#perAccount = perMinute(loginFailures * ADDRESSES);
  }

  /**
   * What `check` finds, or undefined, which counts as a failure. Attempts of one account and
   * address wait for each other, else a hundred at once would all see a full bucket. Throws
   * `rate_limited`.
   */
  async guard<T>(attempt: Attempt, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const account = `auth.failures:${digestOf(attempt.account)}`;
    const address = `${account}:${attempt.address}`;
    return this.#line.run(address, async () => {
      await this.#count(account, address, 0);
      const found = await check();
      if (found === undefined) await this.#count(account, address, 1);
      return found;
    });
  }

  /** `cost` 0 only looks, and refuses where nothing is left. */
  async #count(account: string, address: string, cost: 0 | 1): Promise<void> {
    const states = await Promise.all([
      this.limiter.consume(address, this.#perAddress, cost),
      this.limiter.consume(account, this.#perAccount, cost),
    ]);
    if (cost === 1 || states.every(({ remaining }) => remaining > 0)) return;
    const retryAfterMs = Math.max(...states.map((state) => state.retryAfterMs));
    throw problem('rate_limited', { retryAfterMs });
  }
}

function perMinute(capacity: number): Bucket {
  return { capacity, refillPerSecond: capacity / 60 };
}

/** Keys of buckets are kept in other places than the accounts: they name nobody. */
function digestOf(account: string): string {
  return createHash('sha256').update(account).digest('base64url').slice(0, 22);
}
