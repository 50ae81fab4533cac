import type { Clock } from '../clock/clock.js';
import { BoundedMap } from '../memory/bounded-map.js';
import type { AnswerStore, KeptRequest } from './answer-store.js';

/** Requests that a process without any store remembers. */
const maxKept = 10_000;

/** What one process remembers, which has neither a Redis nor a database. */
export class MemoryAnswerStore implements AnswerStore {
  readonly #kept = new BoundedMap<string, KeptRequest & { readonly untilMs: number }>(maxKept);

  constructor(private readonly clock: Clock) {}

  claim(key: string, fingerprint: string, leaseMs: number): Promise<KeptRequest | undefined> {
    const kept = this.#kept.get(key);
    if (kept && kept.untilMs > this.#now()) {
      const { fingerprint: earlier, answer } = kept;
      return Promise.resolve({ fingerprint: earlier, answer });
    }
    this.#kept.set(key, { fingerprint, untilMs: this.#now() + leaseMs });
    return Promise.resolve(undefined);
  }

  keep(key: string, request: Required<KeptRequest>, ttlMs: number): Promise<void> {
    this.#kept.set(key, { ...request, untilMs: this.#now() + ttlMs });
    return Promise.resolve();
  }

  release(key: string): Promise<void> {
    this.#kept.delete(key);
    return Promise.resolve();
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
