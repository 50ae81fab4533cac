import type { Fact, FactName } from '@app/contracts';
import { BoundedQueue } from '../queues/bounded-queue.js';
import type { FactTotals } from './fact-totals.js';

/** Who is told. No method throws. */
export interface Hearer {
  tell(fact: Fact<FactName>): Promise<void>;
  /** Called before the next fact when some were lost: the line was full. */
  missed(): void;
  /** Called when it loses the first one since it was up to date. */
  fallsBehind(): void;
}

/** What one module, or one listener, has yet to hear of one fact: one by one, as published. */
export class FactLine {
  readonly #waiting: BoundedQueue<Fact<FactName>>;
  #hasGap = false;
  #isTelling = false;
  #isBehind = false;
  #work: Promise<void> | undefined;

  /** `limit`: facts that wait at most; then the oldest goes for a new one. */
  constructor(
    limit: number,
    private readonly totals: FactTotals,
    private readonly hearer: Hearer,
  ) {
    this.#waiting = new BoundedQueue(limit);
  }

  /** Those that it has yet to hear, the one that it is hearing included. */
  get length(): number {
    return this.#waiting.size + (this.#isTelling ? 1 : 0);
  }

  /** It is told after the publisher's turn. */
  add(fact: Fact<FactName>): void {
    if (this.#waiting.push(fact)) this.#lost();
    else this.totals.waiting++;
    this.#work ??= this.#workOff();
  }

  /** Tells no more; resolves when the one that is being told is done. */
  async close(): Promise<void> {
    this.totals.waiting -= this.#waiting.size;
    this.#waiting.clear();
    await this.#work;
  }

  #lost(): void {
    this.totals.lost++;
    this.#hasGap = true;
    if (!this.#isBehind) this.hearer.fallsBehind();
    this.#isBehind = true;
  }

  async #workOff(): Promise<void> {
    await Promise.resolve();
    for (let fact = this.#waiting.shift(); fact; fact = this.#waiting.shift()) {
      this.totals.waiting--;
      if (this.#hasGap) this.hearer.missed();
      this.#hasGap = false;
      this.#isTelling = true;
      await this.hearer.tell(fact);
      this.#isTelling = false;
    }
    this.#isBehind = false;
    this.#work = undefined;
  }
}
