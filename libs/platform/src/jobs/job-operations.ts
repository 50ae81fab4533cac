import { Injectable, Optional } from '@nestjs/common';
import { Readiness } from '../health/readiness.js';
import { Metrics } from '../telemetry/metrics.js';
import { JobQueue } from './job-queue.js';

/** From a millisecond to ten minutes. */
const buckets = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300, 600];

/**
 * Counts what becomes of jobs, and begins none any more once the process is told to stop: while
 * what they need is still there. One that is paused leaves them to others.
 */
@Injectable()
export class JobOperations {
  constructor(metrics: Metrics, readiness: Readiness, @Optional() jobs?: JobQueue) {
    if (!jobs) return;
    const total = metrics.counter({
      name: 'parley_jobs_total',
      help: 'Tries of jobs by this process: done, retried, dead, returned or lost.',
      labels: ['name', 'outcome'],
    });
    const seconds = metrics.histogram({
      name: 'parley_job_duration_seconds',
      help: 'How long a try of a job took, whatever came of it.',
      labels: ['name'],
      buckets,
    });
    jobs.watch((name, outcome, durationMs) => {
      total.inc({ name, outcome });
      seconds.observe({ name }, durationMs / 1000);
    });
    metrics.gauge(
      { name: 'parley_jobs_waiting', help: 'Jobs of all processes that nobody has begun.' },
      () => jobs.waiting(),
    );
    metrics.gaugeOf(
      {
        name: 'parley_jobs_dead',
        help: 'Jobs of all processes that were given up, and wait for a person.',
        labels: ['name'],
      },
      async () => [...(await jobs.deaths())].map(([name, value]) => ({ name, value })),
    );
    readiness.onDrain(() => jobs.drain());
    readiness.onPause({ begin: () => jobs.pause(true), end: () => jobs.pause(false) });
  }
}
