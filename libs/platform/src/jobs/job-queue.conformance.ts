import * as z from 'zod/mini';
import { eventually } from '../testing/eventually.js';
import { defineJob } from './job-kind.js';
import type { JobListing } from './job-listing.js';
import { count, has, JobStage, Payload, type JobBacking } from './testing/job-stage.js';

/**
 * What every `JobQueue` promises while all goes well. `open` is called before each test, `close`
 * after it.
 */
export function jobQueueConformance(
  open: () => Promise<JobBacking> | JobBacking,
  close: () => Promise<void> | void,
): void {
  let stage: JobStage;

  beforeEach(async () => (stage = new JobStage(await open())));

  afterEach(async () => {
    await stage.clear();
    await close();
  });

  it('does each job once, over all processes', async () => {
    const [here, there] = [await stage.connect(), await stage.connect()];
    const [mine, theirs] = [stage.work(here), stage.work(there)];

    await Promise.all(Array.from({ length: 20 }, (_, n) => stage.put(n % 2 ? here : there, n)));

    await eventually(() => expect(mine.length + theirs.length).toBe(20));
    const done = [...mine, ...theirs].map(({ n }) => n).sort((a, b) => a - b);
    expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('keeps what was enqueued until somebody does it', async () => {
    await stage.put(await stage.connect(), 7);
    const calls = stage.work(await stage.connect());
    await has(calls, 1);
    expect(calls[0]).toMatchObject({ n: 7, key: 'k7', attempt: 1 });
  });

  it('takes the same key twice for one job: waiting, being done, and done', async () => {
    const [here, there] = [await stage.connect(), await stage.connect()];
    await Promise.all([
      stage.put(here, 1, 'same'),
      stage.put(there, 2, 'same'),
      stage.put(here, 3, 'same'),
    ]);
    const { hang, release } = stage.hanging();
    const calls = stage.work(there, count, hang);
    await has(calls, 1);
    await stage.put(here, 4, 'same');
    release();
    await stage.settle(here, calls);
    await stage.put(here, 5, 'same');
    await stage.put(here, 6, 'other');
    await eventually(() => expect(calls.at(-1)!.n).toBe(6));
    expect(calls).toHaveLength(3);
  });

  it('takes any text for a key, and the same key of another kind for another job', async () => {
    const other = defineJob('test.other', Payload);
    const here = await stage.connect();
    const [calls, others] = [stage.work(here), stage.work(here, other)];
    const keys = [':', '7', '{a}:b:c', 'ü 🙂', '__proto__', 'x'.repeat(256)];

    for (const key of keys) {
      await stage.put(here, 1, key);
      await here.enqueue(other, { n: 1 }, { key });
    }

    await has(calls, keys.length);
    await has(others, keys.length);
    expect(calls.map(({ key }) => key).sort()).toEqual(keys.sort());
  });

  it('does a delayed job not before its time', async () => {
    const here = await stage.connect();
    const calls = stage.work(here);
    const before = Date.now();
    await stage.put(here, 1, 'later', 400);
    await stage.put(here, 2, 'now');
    await has(calls, 2);
    expect(calls.map(({ n }) => n).sort()).toEqual([1, 2]);
    expect(Date.now() - before).toBeGreaterThanOrEqual(400);
  });

  it('repeats a job once per period, over all processes', async () => {
    const everyMs = 400;
    const replicas = [await stage.connect(), await stage.connect(), await stage.connect()];
    const calls = replicas.map((queue) => stage.work(queue));
    const before = Math.floor(Date.now() / everyMs);
    for (const queue of replicas) queue.every(count, { n: 1 }, { everyMs });

    await eventually(() => expect(calls.flat().length).toBeGreaterThanOrEqual(4));

    const keys = calls.flat().map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeLessThanOrEqual(Math.floor(Date.now() / everyMs) - before + 1);
    expect(() => replicas[0]!.every(count, { n: 1 }, { everyMs })).toThrow('repeated already');
  });

  it('does as many at once as it may, and no more', async () => {
    const wide = defineJob('test.wide', Payload, { concurrency: 3 });
    const here = await stage.connect();
    const { hang, release } = stage.hanging();
    const calls = stage.work(here, wide, hang);
    for (let n = 0; n < 8; n++) await here.enqueue(wide, { n }, { key: `k${n}` });
    await has(calls, 3);
    // A job of another kind is done meanwhile: there was time for a fourth.
    await stage.settle(here, stage.work(here));
    expect(calls).toHaveLength(3);
    release();
    await has(calls, 8);
  });

  it('leaves jobs to other processes while it is paused, and begins some again', async () => {
    const [here, there] = [await stage.connect(), await stage.connect()];
    const { hang, release } = stage.hanging();
    const mine = stage.work(here, count, hang);
    await stage.put(here, 0);
    await has(mine, 1);
    const theirs = stage.work(there);
    here.pause(true);
    here.pause(true);
    release();
    // One for which it was waiting may still be begun.
    for (let n = 1; n <= 6; n++) {
      await stage.put(here, n);
      await eventually(() => expect(mine.length + theirs.length).toBe(n + 1));
    }
    expect(mine.length).toBeLessThanOrEqual(2);
    const before = mine.length;
    await there.drain();
    await stage.put(here, 7);
    expect(await here.waiting()).toBe(1);
    expect(mine).toHaveLength(before);

    here.pause(false);
    await has(mine, before + 1);
    expect(mine.at(-1)!.n).toBe(7);
  });

  it('refuses what is too large, malformed or too much, and says so', async () => {
    const small = defineJob('test.small', z.strictObject({ text: z.string() }), {
      maxOpen: 3,
      maxPayloadBytes: 100,
    });
    const here = await stage.connect();
    const puts = (text: string, key: string) => here.enqueue(small, { text }, { key });

    await expect(puts('ü'.repeat(50), 'a')).rejects.toMatchObject({ code: 'payload_too_large' });
    await expect(puts(7 as never, 'a')).rejects.toMatchObject({ code: 'validation_failed' });
    for (const key of ['', 'x'.repeat(257)])
      await expect(puts('', key)).rejects.toMatchObject({ code: 'validation_failed' });
    for (const key of ['a', 'b', 'c']) await puts('', key);
    await expect(puts('', 'd')).rejects.toMatchObject({ code: 'rate_limited' });
    // What is there already is no more than before.
    await puts('', 'b');
    expect(await here.waiting()).toBe(3);

    const calls: string[] = [];
    here.handle(small, (_, { key }) => void calls.push(key));
    await eventually(() => puts('', 'd'));
    await eventually(() => expect(calls.sort()).toEqual(['a', 'b', 'c', 'd']));
    await eventually(async () => expect(await here.waiting()).toBe(0));
  });

  it('counts jobs of each kind and state, over all processes', async () => {
    const [here, there] = [await stage.connect(), await stage.connect()];
    const { hang } = stage.hanging();
    const calls = stage.work(there, count, hang);
    await stage.put(there, 1);
    await has(calls, 1);
    for (const n of [2, 3]) await stage.put(there, n);
    await stage.put(there, 4, 'later', 3_600_000);
    const hapless = defineJob('test.hapless', Payload, { attempts: 1 });
    stage.work(there, hapless, () => Promise.reject(new Error('No disk')));
    await there.enqueue(hapless, { n: 1 }, { key: 'one' });

    const none = { waiting: 0, running: 0, delayed: 0, failed: 0 };
    await eventually(async () => {
      expect(await here.counts()).toEqual([
        { ...none, kind: 'test.count', waiting: 2, running: 1, delayed: 1 },
        { ...none, kind: 'test.hapless', failed: 1 },
      ]);
    });
  });

  it('lists jobs of a state page by page, the oldest first, and nothing that they carry', async () => {
    const here = await stage.connect();
    for (const n of [1, 2, 3, 4, 5]) await stage.put(here, n);
    await stage.put(here, 6, 'later', 3_600_000);
    const secret = defineJob('test.secret', z.strictObject({ text: z.string() }));
    await here.enqueue(secret, { text: 'Nobody is to see this' }, { key: 'one' });

    const pages: JobListing[] = [];
    let after: JobListing['next'];
    do {
      const page = await here.list({ state: 'waiting', limit: 2, after });
      pages.push(page);
      after = page.next;
    } while (after);

    const jobs = pages.flatMap((page) => page.jobs);
    expect(pages.map((page) => page.jobs.length)).toEqual([2, 2, 2]);
    expect(jobs.map(({ key }) => key)).toEqual(['k1', 'k2', 'k3', 'k4', 'k5', 'one']);
    expect(JSON.stringify(jobs)).not.toContain('Nobody');
    expect(jobs[0]).toMatchObject({ kind: 'test.count', state: 'waiting', attempts: 0, error: '' });
    expect(Math.abs(Date.parse(jobs[0]!.at!) - Date.now())).toBeLessThan(60_000);
    const [later] = (await here.list({ state: 'delayed', limit: 9, kind: 'test.count' })).jobs;
    expect(later).toMatchObject({ key: 'later', state: 'delayed' });
    expect(Date.parse(later!.at!)).toBeGreaterThan(Date.now() + 3_000_000);
    expect(await here.list({ state: 'waiting', limit: 9, kind: 'test.other' })).toEqual({
      jobs: [],
    });
    const strange = { state: 'waiting', limit: 9, after: ['test.count', 'x'] } as const;
    await expect(here.list(strange)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('takes out what nobody does now, and frees its key', async () => {
    const here = await stage.connect();
    const { hang, release } = stage.hanging();
    const calls = stage.work(here, count, hang);
    await stage.put(here, 1);
    await has(calls, 1);
    await stage.put(here, 2);
    await stage.put(here, 3, 'later', 3_600_000);

    await expect(here.remove(count, 'k1')).rejects.toMatchObject({ code: 'conflict' });
    await here.remove(count, 'k2');
    await here.remove(count, 'later');
    const [running] = (await here.list({ state: 'running', limit: 9 })).jobs;
    expect(running).toMatchObject({ key: 'k1', attempts: 1 });
    expect(running!.at).toBeDefined();
    const nobodys = defineJob('test.nobodys', Payload);
    await expect(here.remove(nobodys, 'k1')).rejects.toMatchObject({ code: 'not_found' });
    await expect(here.retry(nobodys, 'k1')).rejects.toMatchObject({ code: 'not_found' });
    expect((await here.counts()).map(({ kind }) => kind)).toEqual(['test.count']);
    for (const key of ['k2', 'later', 'unheard of'])
      await expect(here.remove(count, key)).rejects.toMatchObject({ code: 'not_found' });

    await stage.put(here, 4, 'k2');
    release();
    await has(calls, 2);
    expect(calls.map(({ n }) => n)).toEqual([1, 4]);
    // What is done is none that could be taken out.
    await eventually(async () =>
      expect(await here.counts()).toMatchObject([{ waiting: 0, running: 0, delayed: 0 }]),
    );
    await expect(here.remove(count, 'k1')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has one handler of a kind in a process', async () => {
    const here = await stage.connect();
    stage.work(here);
    expect(() => stage.work(here)).toThrow('Two handlers of test.count');
  });

  it('closes twice without harm', async () => {
    const here = await stage.connect();
    stage.work(here);
    await here.close();
    await here.close();
  });
}
