import type { Clock } from '../clock/clock.js';
import type { Ticker } from '../clock/ticker.js';

interface Beat {
  readonly everyMs: number;
  readonly run: () => void;
  nextMs: number;
}

/** Time that stands still until the test moves it. */
export class ManualTime implements Clock, Ticker {
  readonly #beats = new Set<Beat>();
  #nowMs: number;

  constructor(start = '2026-01-01T00:00:00.000Z') {
    this.#nowMs = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  every(everyMs: number, run: () => void): () => void {
    const beat: Beat = { everyMs, run, nextMs: this.#nowMs + everyMs };
    this.#beats.add(beat);
    return () => this.#beats.delete(beat);
  }

  /** Moves on by `ms` while no ticker runs, as in a process that was held up. */
  pass(ms: number): void {
    this.#nowMs += ms;
  }

  /** Moves on by `ms`, and lets each ticker run when its time comes. */
  advance(ms: number): void {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const [first] = [...this.#beats].sort((one, two) => one.nextMs - two.nextMs);
      if (!first || first.nextMs > untilMs) break;
      // Who was held up runs late, and once.
      this.#nowMs = Math.max(this.#nowMs, first.nextMs);
      first.nextMs = this.#nowMs + first.everyMs;
      first.run();
    }
    this.#nowMs = untilMs;
  }
}
