import * as z from 'zod/mini';
import { SystemClock } from '../clock/clock.js';
import { SystemTicker } from '../clock/ticker.js';
import { Readiness } from '../health/readiness.js';
import { MongoDatabase } from '../mongo/mongo-database.js';
import { Metrics } from '../telemetry/metrics.js';
import { eventually } from '../testing/eventually.js';
import { freshDatabaseUri } from '../testing/test-database.js';
import { defineJob } from './job-kind.js';
import { JobOperations } from './job-operations.js';
import { MongoJobQueue } from './mongo-job-queue.js';

describe('JobOperations', () => {
  const lucky = defineJob('test.lucky', z.strictObject({}));
  const hapless = defineJob('test.hapless', z.strictObject({}), { attempts: 1 });

  it('counts what becomes of jobs, and ends the work before the process ends', async () => {
    const database = new MongoDatabase(freshDatabaseUri());
    // A busy machine takes its time to answer.
    const times = { answerMs: 20_000, drainMs: 20_000 };
    const jobs = new MongoJobQueue(database, new SystemClock(), new SystemTicker(), times);
    await database.open();
    const [metrics, readiness] = [new Metrics(), new Readiness()];
    new JobOperations(metrics, readiness, jobs);
    jobs.handle(lucky, () => undefined);
    jobs.handle(hapless, () => Promise.reject(new Error('No disk')));

    for (const kind of [lucky, hapless]) await jobs.enqueue(kind, {}, { key: 'one' });

    await eventually(async () => {
      const text = await metrics.text();
      expect(text).toContain('parley_jobs_total{name="test.lucky",outcome="done"} 1');
      expect(text).toContain('parley_jobs_total{name="test.hapless",outcome="dead"} 1');
      expect(text).toContain('parley_job_duration_seconds_count{name="test.lucky"} 1');
      expect(text).toContain('parley_jobs_waiting 0');
      expect(text).toContain('parley_jobs_dead{name="test.hapless"} 1');
      expect(text).toContain('parley_jobs_dead{name="test.lucky"} 0');
    });
    await jobs.retry(hapless, 'one');
    await jobs.enqueue(hapless, {}, { key: 'two' });
    await eventually(async () =>
      expect(await metrics.text()).toContain('parley_jobs_dead{name="test.hapless"} 2'),
    );
    await readiness.drain();
    await jobs.enqueue(lucky, {}, { key: 'two' });
    expect(await metrics.text()).toContain('parley_jobs_waiting 1');
    metrics.onApplicationShutdown();
    await jobs.close();
    await database.close();
  });

  it('has nothing to count in a process without jobs', async () => {
    const metrics = new Metrics();
    new JobOperations(metrics, new Readiness());
    expect(await metrics.text()).not.toContain('parley_job');
    metrics.onApplicationShutdown();
  });
});
