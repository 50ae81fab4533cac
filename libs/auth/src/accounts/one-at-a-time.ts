import { problem } from '@app/contracts';

interface Line {
  tail: Promise<unknown>;
  length: number;
}

/** Runs the work of one key after the other, and that of different keys beside each other. */
export class OneAtATime {
  readonly #lines = new Map<string, Line>();

  /** `maxLength`: at work and waiting, per key. */
  constructor(private readonly maxLength: number) {}

  /** Throws `rate_limited` when too many of this key wait. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
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
