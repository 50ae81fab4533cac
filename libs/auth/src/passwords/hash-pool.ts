import { problem } from '@app/contracts';

/** How much hashing a process takes on. */
export interface HashPoolLimits {
  /**
   * At once. bcrypt works in libuv's thread pool, which has 4 threads unless `UV_THREADPOOL_SIZE`
   * says otherwise, and in which files are read and names resolved as well: half of it is left to
   * them, however many people log in.
   */
  readonly concurrency: number;
  /** Waiting for their turn. More would wait so long that their callers have given up. */
  readonly maxWaiting: number;
}

const defaultHashPoolLimits: HashPoolLimits = { concurrency: 2, maxWaiting: 100 };

/** Lets a bounded number of hashes run, and a bounded number wait for them, first come first. */
export class HashPool {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(private readonly limits: HashPoolLimits = defaultHashPoolLimits) {}

  /** Throws `service_unavailable` when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      return await work();
    } finally {
      // The place is handed over, not given back: nobody comes in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  #turn(): Promise<void> {
    if (this.#running < this.limits.concurrency) {
      this.#running++;
      return Promise.resolve();
    }
    if (this.#waiting.length >= this.limits.maxWaiting) {
      throw problem('service_unavailable', { service: 'auth' });
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
