import { problem } from '@app/contracts';

interface Line {
  tail: Promise<unknown>;
  length: number;
}

/** Runs the work of one key one after the other, and that of different keys side by side. */
export class KeyedQueue<Key> {
  readonly #lines = new Map<Key, Line>();

  /** `maxLength`: at work and waiting, per key. */
  constructor(private readonly maxLength: number) {}

  /** Whether work of this key is going on or waits. */
  isBusy(key: Key): boolean {
    return this.#lines.has(key);
  }

  /**
   * Resolves or rejects as the work does; work that failed holds up nobody. Throws `rate_limited`
   * when too many of this key wait.
   */
  async run<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= this.maxLength) throw problem('rate_limited', { retryAfterMs: 1000 });
    this.#lines.set(key, line);
    line.length++;
    const turn = line.tail.then(work);
    line.tail = turn.catch(() => {
      // Its own caller hears of it; the next in line only wants to know that it is over.
    });
    try {
      return await turn;
    } finally {
      line.length--;
      if (line.length === 0) this.#lines.delete(key);
    }
  }
}
