import { Clock, Ticker } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CallDesk } from './call-desk.js';
import { CallsRepository } from './calls.repository.js';

/** How late a deadline may be noticed, ms. */
const lookMs = 2000;

/**
 * With no call here for so long the looks become rare, ms: what is left can only be of a process
 * that has died, and of people who have gone as well.
 */
const quietMs = 60_000;
const rareLookMs = 30_000;

/** Calls that one look settles; what is left waits for the next one. */
const atOnce = 100;

/** Ends what nobody answers, and what nobody is in any more, whichever process has begun it. */
@Injectable()
export class CallClock implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(CallClock.name);
  #stop: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #lookedMs = -Infinity;

  constructor(
    private readonly calls: CallsRepository,
    private readonly desk: CallDesk,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.#stop = this.ticker.every(lookMs, () => {
      if (!this.#isDue()) return;
      this.#looking ??= this.look().finally(() => (this.#looking = undefined));
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop?.();
    await this.#looking;
  }

  /** Never rejects: the next look comes by itself. */
  async look(): Promise<void> {
    try {
      this.#lookedMs = this.clock.now().getTime();
      const due = await this.calls.due(this.#lookedMs, atOnce);
      await Promise.all(due.map((id) => this.desk.settle(id)));
    } catch (error) {
      // The database is away.
      this.#logger.warn(`Calls that are due wait: ${String(error)}`);
    }
  }

  #isDue(): boolean {
    const nowMs = this.clock.now().getTime();
    return nowMs - this.desk.touchedMs < quietMs || nowMs - this.#lookedMs >= rareLookMs;
  }
}
