import { eventually } from '../testing/eventually.js';
import { defineJob } from './job-kind.js';
import type { JobListing, JobListQuery } from './job-listing.js';
import type { JobQueue } from './job-queue.js';
import { has, JobStage, Payload, count, quickTimes, type JobBacking } from './testing/job-stage.js';

const keysOf = ({ jobs }: JobListing) => jobs.map(({ key }) => key);

/**
 * What every `JobQueue` promises of its lists while jobs come and go. `open` is called before each
 * test, `close` after it.
 */
export function keepsPagesOfJobs(
  open: () => Promise<JobBacking> | JobBacking,
  close: () => Promise<void> | void,
): void {
  let stage: JobStage;
  let here: JobQueue;

  beforeEach(async () => {
    stage = new JobStage(await open());
    here = await stage.connect();
  });

  afterEach(async () => {
    await stage.clear();
    await close();
  });

  const page = (state: JobListQuery['state'], before?: JobListing) =>
    here.list({ state, kind: count.name, limit: 2, after: before?.next });

  it('goes on behind what waited longest, whatever was begun, taken out and put meanwhile', async () => {
    for (const n of [1, 2, 3, 4, 5]) await stage.put(here, n);
    const first = await page('waiting');
    expect(keysOf(first)).toEqual(['k1', 'k2']);
    const begun = stage.work(here, count, stage.hanging().hang);
    await has(begun, 1);
    await here.remove(count, 'k2');
    await stage.put(here, 6);
    const second = await page('waiting', first);
    expect(keysOf(second)).toEqual(['k3', 'k4']);
    const third = await page('waiting', second);
    expect(keysOf(third)).toEqual(['k5', 'k6']);
    expect(third.next).toBeUndefined();
  });

  it('goes on behind what was given up last, whatever was given up since or begun anew', async () => {
    const once = defineJob(count.name, Payload, { attempts: 1 });
    let isBroken = true;
    const calls = stage.work(here, once, () => {
      if (isBroken) throw new Error('No disk');
    });
    const failed = async (n: number) => {
      await stage.put(here, n);
      await eventually(async () =>
        expect((await here.dead(once)).map(({ key }) => key)).toContain(`k${n}`),
      );
    };
    for (const n of [1, 2, 3, 4]) await failed(n);
    const first = await page('failed');
    expect(keysOf(first)).toEqual(['k4', 'k3']);
    for (const n of [5, 6]) await failed(n);
    isBroken = false;
    const before = calls.length;
    await here.retry(once, 'k3');
    await has(calls, before + 1);
    expect(keysOf(await page('failed', first))).toEqual(['k2', 'k1']);
  });

  it('goes on behind what was begun first, however often its lease is renewed', async () => {
    const wide = defineJob(count.name, Payload, { concurrency: 4 });
    const begun = stage.work(here, wide, stage.hanging().hang);
    for (const n of [1, 2, 3, 4]) {
      await stage.put(here, n);
      await has(begun, n);
    }
    const first = await page('running');
    // By then each lease was renewed.
    const timer = defineJob('test.timer', Payload);
    const rung = stage.work(here, timer);
    await here.enqueue(timer, { n: 1 }, { key: 'one', delayMs: 3 * quickTimes.renewMs });
    await has(rung, 1);
    const second = await page('running', first);
    expect([...keysOf(first), ...keysOf(second)]).toEqual(['k1', 'k2', 'k3', 'k4']);
    expect(second.next).toBeUndefined();
  });
}
