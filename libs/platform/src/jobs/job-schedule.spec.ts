import { ManualTime } from '../testing/manual-time.js';
import { JobSchedule } from './job-schedule.js';

describe('JobSchedule', () => {
  it('enqueues once what is asked for again before it is enqueued', async () => {
    const schedule = new JobSchedule(new ManualTime('2026-01-01T10:00:00.000Z'));
    const orders: string[] = [];
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const keeps = (['a.first', 'a.second', 'a.third'] as const).map((name) => {
      schedule.add({ name }, { everyMs: 1000 }, async () => {
        orders.push(name);
        await promise;
      });
      return schedule.keep();
    });
    resolve(undefined);
    await Promise.all(keeps);
    await schedule.keep();
    expect(orders).toEqual(['a.first', 'a.second', 'a.third']);
  });
});
