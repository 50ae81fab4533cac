import { Injectable } from '@nestjs/common';
import { EventBus } from '../events/event-bus.js';
import { Metrics } from './metrics.js';

/** Serves what became of the facts of this process: see `FactTotals`. */
@Injectable()
export class FactMetrics {
  constructor(metrics: Metrics, { totals }: EventBus) {
    metrics.gauge(
      { name: 'parley_facts_waiting', help: 'Facts in memory that wait for their handlers.' },
      () => totals.waiting,
    );
    metrics.total(
      { name: 'parley_facts_lost_total', help: 'Facts that a module or listener did not get.' },
      () => totals.lost,
    );
  }
}
