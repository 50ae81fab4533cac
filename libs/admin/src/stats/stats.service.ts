import type { Actor, Stats, StatsApi, StatsQuery } from '@app/contracts';
import { Clock, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';

import { Census } from './census.js';
import { DayTotalsRepository } from './day-totals.repository.js';
import { lastDays, statsOf } from './days.js';

/** Days before those that are asked for, on which what they began with may have been counted. */
const daysBefore = 31;

/** For those who may `runWorkspace`. */
@Injectable()
export class StatsService implements StatsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly census: Census,
    private readonly days: DayTotalsRepository,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, { days: count }: StatsQuery): Promise<Stats> {
    await this.gate.admit(actor, 'runWorkspace');
    const totals = await this.census.count();
    const all = lastDays(this.clock.now(), daysBefore + count);
    const days = all.slice(daysBefore);
    return { ...totals, days: statsOf(days, await this.days.between(all[0]!, days.at(-1)!)) };
  }
}
