import type { CallId } from '@app/contracts';
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
  /** What was found and is not settled yet: the log of a chat may take its time. */
  readonly #settling = new Map<CallId, Promise<void>>();
  readonly #looks = new Set<Promise<void>>();
  #isAsking = false;
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
    await Promise.all(this.#looks);
  }

  /** Never rejects: the next look comes by itself. Resolves once all that is due is settled. */
  async look(): Promise<void> {
    const due = await this.#due();
    await Promise.all(due.map((id) => this.#settle(id)));
  }

  async #due(): Promise<readonly CallId[]> {
    this.#isAsking = true;
    try {
      this.#lookedMs = this.clock.now().getTime();
      const due = await this.calls.due(this.#lookedMs, atOnce);
      return this.#isPatient(this.#lookedMs) ? [] : due;
    } catch (error) {
      // The database is away.
      this.#warn(error);
      return [];
    } finally {
      this.#isAsking = false;
    }
  }

  #settle(id: CallId): Promise<void> {
    const settling =
      this.#settling.get(id) ??
      this.desk
        .settle(id)
        // The database has gone away meanwhile, or others were faster again and again.
        .catch((error: unknown) => this.#warn(error))
        .finally(() => this.#settling.delete(id));
    this.#settling.set(id, settling);
    return settling;
  }

  #warn(error: unknown): void {
    this.#logger.warn(`Calls that are due wait: ${String(error)}`);
  }

  #beat(): void {
    const isPatient = this.#isPatient(this.#beatMs);
    this.#beatMs = this.clock.now().getTime();
    if (isPatient || this.#isAsking || !this.#isDue(this.#beatMs)) return;
    // The next one does not wait for it: a chat that is slow to hear of an end delays no others.
    const look = this.look().finally(() => this.#looks.delete(look));
    this.#looks.add(look);
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
