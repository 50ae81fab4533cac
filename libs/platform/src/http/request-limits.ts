import { problem } from '@app/contracts';
import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { CONFIG, type Config } from '../config/config.js';
import { RateLimiter, type Bucket, type Consumed } from '../limits/rate-limiter.js';
import { LIMITS, type RouteLimit } from './limit.js';

/** A bucket that a request takes a token from, and what it is called in the headers. */
interface Policy {
  readonly name: string;
  readonly key: string;
  readonly bucket: Bucket;
}

/**
 * How much REST one address and one person may ask for: a bucket for everything, and those of the
 * route (`@Limit`). An address has four times the bucket of a person, as an office shares one. The
 * same on every node, by the `RateLimiter` port.
 *
 * Tells the caller in `RateLimit-Policy` and `RateLimit` as of draft-ietf-httpapi-ratelimit-headers
 * 10: `"user";q=300;w=10` (quota, seconds that it takes to refill) and `"user";r=299;t=1` (left,
 * seconds until it is full).
 */
@Injectable()
export class RequestLimits {
  readonly #all: Readonly<Record<RouteLimit['per'], Bucket>>;

  constructor(
    private readonly limiter: RateLimiter,
    private readonly reflector: Reflector,
    @Inject(CONFIG) { httpBurst, httpRate }: Config,
  ) {
    this.#all = {
      address: { capacity: httpBurst * 4, refillPerSecond: httpRate * 4 },
      user: { capacity: httpBurst, refillPerSecond: httpRate },
    };
  }

  /** Takes one token of each bucket. Throws `rate_limited` at the first that has none. */
  async take(context: ExecutionContext, per: RouteLimit['per'], who: string): Promise<void> {
    const response = context.switchToHttp().getResponse<Response>();
    for (const policy of this.#policies(context, per, who)) {
      // One after the other: what an earlier bucket refuses must not empty a later one. Two or
      // three in all.
      const consumed = await this.limiter.consume(policy.key, policy.bucket);
      announce(response, policy, consumed);
      if (!consumed.isAllowed)
        throw problem('rate_limited', { retryAfterMs: Math.ceil(consumed.retryAfterMs) });
    }
  }

  #policies(context: ExecutionContext, per: RouteLimit['per'], who: string): readonly Policy[] {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const limits =
      this.reflector.getAllAndOverride<readonly RouteLimit[] | undefined>(LIMITS, [
        handler,
        controller,
      ]) ?? [];
    const route = `${controller.name}.${handler.name}`;
    return [
      { name: per, key: `http:${per}:${who}`, bucket: this.#all[per] },
      ...limits
        .filter((limit) => limit.per === per)
        .map(({ share }) => ({
          name: `route-${per}`,
          key: `http:${route}:${per}:${who}`,
          bucket: this.#partOf(this.#all[per], share),
        })),
    ];
  }

  #partOf({ capacity, refillPerSecond }: Bucket, share: number): Bucket {
    return {
      capacity: Math.max(1, Math.floor(capacity * share)),
      refillPerSecond: refillPerSecond * share,
    };
  }
}

function announce(response: Response, { name, bucket }: Policy, consumed: Consumed): void {
  const window = Math.max(1, Math.ceil(bucket.capacity / bucket.refillPerSecond));
  const reset = Math.ceil(consumed.resetMs / 1000);
  response.append('RateLimit-Policy', `"${name}";q=${bucket.capacity};w=${window}`);
  response.append('RateLimit', `"${name}";r=${consumed.remaining};t=${reset}`);
}
