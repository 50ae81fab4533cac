import { Clock, Ticker } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CallDesk } from './call-desk.js';
import { CallsRepository } from './calls.repository.js';

/** How late a deadline may be noticed, ms. */
const lookMs = 2000;

/** Calls that one look settles; what is left waits for the next one. */
const atOnce = 100;

/** Ends what nobody answers, and what nobody is in any more, whichever process has begun it. */
@Injectable()
export class CallClock implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(CallClock.name);
  #stop: (() => void) | undefined;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly calls: CallsRepository,
    private readonly desk: CallDesk,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.#stop = this.ticker.every(lookMs, () => {
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
      const due = await this.calls.due(this.clock.now().getTime(), atOnce);
      await Promise.all(due.map((id) => this.desk.settle(id)));
    } catch (error) {
      // The database is away.
      this.#logger.warn(`Calls that are due wait: ${String(error)}`);
    }
  }
}
