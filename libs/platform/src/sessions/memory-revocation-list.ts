import type { SessionId } from '@app/contracts';
import type { Clock } from '../clock/clock.js';
import type { RevocationList } from './revocation-list.js';

/** Entries between two sweeps: a list that only grows is swept when it has doubled. */
const leastSweep = 1024;

/** The revoked sessions that one process knows of. */
export class MemoryRevocationList implements RevocationList {
  /** `Map<session, ms of the clock until which it is refused>`. */
  readonly #until = new Map<SessionId, number>();
  #sweepAt = leastSweep;

  constructor(private readonly clock: Clock) {}

  revoke(sessionIds: readonly SessionId[], ttlMs: number): Promise<void> {
    const untilMs = this.#now() + ttlMs;
    for (const id of sessionIds) {
      this.#until.set(id, Math.max(untilMs, this.#until.get(id) ?? 0));
    }
    if (this.#until.size >= this.#sweepAt) this.#sweep();
    return Promise.resolve();
  }

  isRevoked(sessionId: SessionId): boolean {
    const untilMs = this.#until.get(sessionId);
    return untilMs !== undefined && untilMs > this.#now();
  }

  /** `[session, ms that are left]` of every entry that still counts. */
  entries(): [SessionId, number][] {
    this.#sweep();
    const nowMs = this.#now();
    return [...this.#until].map(([id, untilMs]) => [id, untilMs - nowMs]);
  }

  #sweep(): void {
    const nowMs = this.#now();
    for (const [id, untilMs] of this.#until) if (untilMs <= nowMs) this.#until.delete(id);
    this.#sweepAt = Math.max(leastSweep, this.#until.size * 2);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
