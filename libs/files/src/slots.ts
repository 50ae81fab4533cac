import { problem } from '@app/contracts';

/** So many at once, the others by turns, and no more than so many that wait. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(
    count: number,
    private readonly maxWaiting: number,
    /** Who is said to be away when too many wait. */
    private readonly service: string,
  ) {
    this.#free = count;
  }

  /** Resolves with what gives the slot back, once. Throws `service_unavailable`. */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free--;
    else await this.#turn();
    return () => this.#giveBack();
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.maxWaiting)
      throw problem('service_unavailable', { service: this.service });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** To whoever waits longest, who then has it. */
  #giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
