import type { Clock } from '../clock/clock.js';
import { BoundedMap } from '../memory/bounded-map.js';
import type { AnswerStore, Claim, KeptRequest } from './answer-store.js';

/** Requests that a process without any store remembers. */
const maxKept = 10_000;

type Kept = KeptRequest & Pick<Claim, 'nonce'> & { readonly untilMs: number };

/** What one process remembers, which has neither a Redis nor a database. */
export class MemoryAnswerStore implements AnswerStore {
  readonly #kept = new BoundedMap<string, Kept>(maxKept);

  constructor(private readonly clock: Clock) {}

  claim({ key, fingerprint, nonce }: Claim, leaseMs: number): Promise<KeptRequest | undefined> {
    const kept = this.#kept.get(key);
    if (kept && kept.untilMs > this.#now()) {
      const { fingerprint: earlier, answer } = kept;
      return Promise.resolve({ fingerprint: earlier, answer });
    }
    this.#kept.set(key, { fingerprint, nonce, untilMs: this.#now() + leaseMs });
    return Promise.resolve(undefined);
  }

  keep(claim: Claim, answer: string | undefined, ttlMs: number): Promise<void> {
    const { key, fingerprint, nonce } = claim;
    if (!this.#isAnothers(claim)) {
      this.#kept.set(key, { fingerprint, answer, nonce, untilMs: this.#now() + ttlMs });
    }
    return Promise.resolve();
  }

  release(claim: Claim): Promise<void> {
    if (!this.#isAnothers(claim)) this.#kept.delete(claim.key);
    return Promise.resolve();
  }

  #isAnothers({ key, nonce }: Claim): boolean {
    return (this.#kept.get(key)?.nonce ?? nonce) !== nonce;
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
