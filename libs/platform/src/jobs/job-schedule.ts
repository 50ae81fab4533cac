import { Logger } from '@nestjs/common';
import type { Clock } from '../clock/clock.js';
import type { JobKind } from './job-kind.js';
import type { JobOrder, Period } from './job-queue.js';

interface Plan {
  readonly name: string;
  readonly period: Period;
  readonly enqueue: (order: JobOrder) => Promise<void>;
  /** The last period whose job is known to be enqueued. */
  last?: number;
  /** It is being enqueued. */
  keeping?: Promise<void> | undefined;
  isFailing?: boolean;
}

/**
 * Repeated jobs. Every process enqueues the job of the present period under the period's number as
 * its key: so there is one, whoever is first, and a backing that lost everything gets the next one.
 */
export class JobSchedule {
  readonly #plans = new Map<string, Plan>();
  readonly #logger = new Logger(JobSchedule.name);

  constructor(private readonly clock: Clock) {}

  add({ name }: Pick<JobKind, 'name'>, period: Period, enqueue: Plan['enqueue']): void {
    if (this.#plans.has(name)) throw new Error(`${name} is repeated already`);
    this.#plans.set(name, { name, period, enqueue });
  }

  /** Enqueues what is not known to be. Never rejects: the next call makes up for it. */
  async keep(): Promise<void> {
    // Each that is added at a start asks for all, while the first are still under way.
    const all = [...this.#plans.values()].map(
      (plan) => (plan.keeping ??= this.#keep(plan).finally(() => (plan.keeping = undefined))),
    );
    await Promise.all(all);
  }

  async #keep(plan: Plan): Promise<void> {
    const { everyMs, offsetMs = 0 } = plan.period;
    const present = Math.floor((this.clock.now().getTime() - offsetMs) / everyMs);
    if (plan.last === present) return;
    try {
      await plan.enqueue({ key: `every ${everyMs}+${offsetMs}: ${present}` });
      plan.last = present;
      plan.isFailing = false;
    } catch (error) {
      // The backing is away, or full of these jobs. Said once, tried until the period is over.
      if (!plan.isFailing) this.#logger.warn(`${plan.name} waits: ${String(error)}`);
      plan.isFailing = true;
    }
  }
}

/** A period's key must outlive the period, however early in it the job was done. */
export function keptForPeriod<P>(kind: JobKind<P>, { everyMs }: Period): JobKind<P> {
  const keepDoneMs = Math.max(kind.limits.keepDoneMs, 2 * everyMs);
  return { ...kind, limits: { ...kind.limits, keepDoneMs } };
}
