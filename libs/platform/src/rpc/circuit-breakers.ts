import { problem, serviceOf, type Rpc } from '@app/contracts';
import CircuitBreaker from 'opossum';
import { isNoAnswer } from './no-answer.js';
import type { CallRemote, RpcCall } from './rpc-call.js';

/** `closed`: calls go through. `half-open`: one is let through, to see. */
export type BreakerState = 'closed' | 'half-open' | 'open';

/** When a service counts as gone, and when it is tried again. */
export interface BreakerOptions {
  /** Ms from opening to the next try. Default 1000. */
  readonly retryAfterMs?: number;
  /** How many calls in ten seconds it takes before half of them failing opens it. Default 5. */
  readonly leastCalls?: number;
}

type Breaker = CircuitBreaker<[work: () => Promise<unknown>]>;

/**
 * One circuit breaker per remote service: after a service has failed to answer for a while, callers
 * hear `service_unavailable` at once instead of after the deadline, and one call a second is let
 * through to see whether it is back. What a service answers, a problem included, is no failure: one
 * that is busy, or lacks another, still has other work that it does.
 */
export class CircuitBreakers {
  readonly #breakers = new Map<string, Breaker>();

  constructor(
    private readonly callRemote: CallRemote,
    private readonly options: BreakerOptions = {},
  ) {}

  /** Calls, or refuses with `service_unavailable` while the service counts as gone. */
  call(rpc: Rpc, call: RpcCall): Promise<unknown> {
    return this.run(serviceOf(rpc.pattern), () => this.callRemote(rpc, call));
  }

  /** The same for whatever else is asked of a service. `work` throws `noAnswer` when it is away. */
  async run<T>(service: string, work: () => Promise<T>): Promise<T> {
    try {
      return (await this.#of(service).fire(work)) as T;
    } catch (error) {
      // The breaker's own refusal, said in our words; all else is the service's answer.
      if (CircuitBreaker.isOurError(error as Error))
        throw problem('service_unavailable', { service });
      throw error;
    }
  }

  /** By service; those that nobody has called yet are `closed`. */
  stateOf(service: string): BreakerState {
    const breaker = this.#breakers.get(service);
    if (breaker?.halfOpen) return 'half-open';
    return breaker?.opened ? 'open' : 'closed';
  }

  /** Idempotent. */
  close(): void {
    for (const breaker of this.#breakers.values()) breaker.shutdown();
    this.#breakers.clear();
  }

  #of(service: string): Breaker {
    let breaker = this.#breakers.get(service);
    if (!breaker) {
      const { retryAfterMs = 1000, leastCalls = 5 } = this.options;
      breaker = new CircuitBreaker((work: () => Promise<unknown>) => work(), {
        // The client has a deadline of its own.
        timeout: false,
        resetTimeout: retryAfterMs,
        volumeThreshold: leastCalls,
        errorThresholdPercentage: 50,
        errorFilter: (error: unknown) => !isNoAnswer(error),
      });
      this.#breakers.set(service, breaker);
    }
    return breaker;
  }
}
