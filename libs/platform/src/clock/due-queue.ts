/**
 * Things that are due a fixed time after they were last put in, in that order: looking for what is
 * due costs as much as is due, however many wait.
 */
export class DueQueue<T> {
  /** `Map<thing, ms of the clock at which it is due>`, the next one first. */
  readonly #dueMs = new Map<T, number>();

  constructor(private readonly afterMs: number) {}

  get size(): number {
    return this.#dueMs.size;
  }

  /** Due `afterMs` from now; what was in already waits anew. */
  put(thing: T, nowMs: number): void {
    this.#dueMs.delete(thing);
    this.#dueMs.set(thing, nowMs + this.afterMs);
  }

  /** Idempotent. */
  delete(thing: T): void {
    this.#dueMs.delete(thing);
  }

  /** Takes out what is due, the longest due first. */
  take(nowMs: number): T[] {
    const due: T[] = [];
    for (const [thing, dueMs] of this.#dueMs) {
      // Further away than it can be: the clock was set back. It starts to wait again, at the end.
      if (dueMs > nowMs + this.afterMs) this.put(thing, nowMs);
      else if (dueMs > nowMs) break;
      else {
        due.push(thing);
        this.#dueMs.delete(thing);
      }
    }
    return due;
  }
}
