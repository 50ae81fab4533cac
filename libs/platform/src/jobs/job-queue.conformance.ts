import * as z from 'zod/mini';
import { eventually } from '../testing/eventually.js';
import { defineJob } from './job-kind.js';
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
    expect(calls.map(({ n }) => n)).toEqual([2, 1]);
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
