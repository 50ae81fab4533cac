import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { DayTotalsRepository, type Counted } from './day-totals.repository.js';
import { dayOf } from './days.js';
import { ModuleTotals, type Totals } from './module-totals.js';

const everyMs = 5 * 60_000;

const countAll = defineJob('admin.count-all', z.strictObject({}));

/**
 * Asks now and then how much there is, and notes it for the day. The last time of a day is shortly
 * before its end, so what somebody writes at midnight may belong to the next.
 */
@Injectable()
export class Census implements OnModuleInit {
  #counting: Promise<Totals> | undefined;

  constructor(
    private readonly totals: ModuleTotals,
    private readonly days: DayTotalsRepository,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(countAll, async () => {
      await this.count();
    });
    this.jobs.every(countAll, {}, { everyMs, offsetMs: -5000 });
  }

  /** Those who ask while it is counted are told the same. */
  count(): Promise<Totals> {
    this.#counting ??= this.#count().finally(() => (this.#counting = undefined));
    return this.#counting;
  }

  async #count(): Promise<Totals> {
    const totals = await this.totals.ask();
    await this.days.note(dayOf(this.clock.now().getTime()), countedOf(totals));
    return totals;
  }
}

function countedOf({ users, chats, storage, calls }: Totals): Counted {
  return {
    ...(users && { users: users.total }),
    ...(storage && { storageBytes: storage.bytes }),
    ...(chats && { messages: chats.messages }),
    ...(calls && { calls: calls.calls }),
  };
}
