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

/** What takes so long has stood still, ms: this process, or the database. */
const standstillMs = 3 * lookMs;

/** After it nobody is put out for so long, ms: who is there, or comes back, says so meanwhile. */
const patienceMs = 8000;

/** Calls that one look settles; what is left waits for the next one. */
const atOnce = 100;

/**
 * Ends what nobody answers, and what nobody is in any more, whichever process has begun it. Whom it
 * has not heard of while it stood still itself, or did not run, it does not hold to be gone.
 */
@Injectable()
export class CallClock implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(CallClock.name);
  #stop: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #lookedMs = -Infinity;
  #beatMs = -Infinity;
  #patientMs = -Infinity;

  constructor(
    private readonly calls: CallsRepository,
    private readonly desk: CallDesk,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.#stop = this.ticker.every(lookMs, () => this.#beat());
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
      if (this.#isPatient(this.#lookedMs)) return;
      await Promise.all(due.map((id) => this.desk.settle(id)));
    } catch (error) {
      // The database is away.
      this.#logger.warn(`Calls that are due wait: ${String(error)}`);
    }
  }

  #beat(): void {
    const isPatient = this.#isPatient(this.#beatMs);
    this.#beatMs = this.clock.now().getTime();
    if (isPatient || !this.#isDue(this.#beatMs)) return;
    this.#looking ??= this.look().finally(() => (this.#looking = undefined));
  }

  /** Something has stood still since then, or shortly before. */
  #isPatient(sinceMs: number): boolean {
    const nowMs = this.clock.now().getTime();
    if (nowMs - sinceMs > standstillMs) this.#patientMs = nowMs + patienceMs;
    return nowMs < this.#patientMs;
  }

  #isDue(nowMs: number): boolean {
    return nowMs - this.desk.touchedMs < quietMs || nowMs - this.#lookedMs >= rareLookMs;
  }
}
