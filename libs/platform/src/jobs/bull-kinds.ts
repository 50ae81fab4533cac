import type { Redis } from 'ioredis';
import type { JobRegister } from './job-register.js';

/** Not below BullMQ's prefix, where a kind of job could be called so. */
const key = 'job-kinds';

/**
 * The names of all kinds of jobs that any process has to do with: BullMQ finds a queue by its name
 * alone.
 */
export class BullKinds {
  #told: ReadonlySet<string> = new Set();

  constructor(
    private readonly redis: Redis,
    private readonly register: JobRegister,
  ) {}

  /** Tells the others what is new here. Never rejects: the next call makes up for it. */
  async tell(): Promise<void> {
    const { names } = this.register;
    if (names.every((name) => this.#told.has(name))) return;
    // Redis is away: soon again.
    const isTold = await this.redis.sadd(key, ...names).catch(() => undefined);
    if (isTold !== undefined) this.#told = new Set(names);
  }

  /** Redis may have lost what was told: the next `tell` tells all. */
  doubt(): void {
    this.#told = new Set();
  }

  /** Those that others have told, and ours. Throws what Redis throws. */
  async names(): Promise<string[]> {
    return [...new Set([...this.register.names, ...(await this.redis.smembers(key))])];
  }
}
