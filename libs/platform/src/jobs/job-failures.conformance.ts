import * as z from 'zod/mini';
import { eventually } from '../testing/eventually.js';
import { defineJob } from './job-kind.js';
import { count, has, JobStage, Payload, type JobBacking } from './testing/job-stage.js';

/**
 * What every `JobQueue` promises when handlers fail and processes end. `open` is called before
 * each test, `close` after it.
 */
export function jobFailuresConformance(
  open: () => Promise<JobBacking> | JobBacking,
  close: () => Promise<void> | void,
): void {
  let stage: JobStage;

  beforeEach(async () => (stage = new JobStage(await open())));

  afterEach(async () => {
    await stage.clear();
    await close();
  });

  it('tries a failed job again, and gives it up after its last try', async () => {
    const here = await stage.connect();
    const heard = stage.outcomes(here);
    const calls = stage.work(here, count, () => Promise.reject(new Error('No disk')));

    await stage.put(here, 5);

    const [dead] = await eventually(async () => {
      const found = await here.dead(count);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(dead).toMatchObject({ key: 'k5', payload: { n: 5 }, attempts: 3 });
    expect(dead!.error).toContain('No disk');
    expect(Date.now() - Date.parse(dead!.diedAt)).toBeLessThan(60_000);
    expect(await here.deaths()).toEqual(new Map([[count.name, 1]]));
    await eventually(() => expect(heard).toEqual(['retried', 'retried', 'dead']));
  });

  it('tries a dead job again from the start, when it is told so', async () => {
    const here = await stage.connect();
    let isBroken = true;
    const calls = stage.work(here, count, () => {
      if (isBroken) throw new Error('No disk');
    });
    await stage.put(here, 5);
    await eventually(async () => expect(await here.dead(count)).toHaveLength(1));
    await stage.put(here, 5);
    expect(calls).toHaveLength(3);

    isBroken = false;
    await here.retry(count, 'k5');

    await has(calls, 4);
    expect(calls.at(-1)).toMatchObject({ n: 5, attempt: 1 });
    expect(await here.dead(count)).toEqual([]);
    expect(await here.deaths()).toEqual(new Map([[count.name, 0]]));
    for (const key of ['k5', 'unheard of'])
      await expect(here.retry(count, key)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists what was given up, the last first, and takes out what is not wanted', async () => {
    const here = await stage.connect();
    const brief = defineJob('test.brief', Payload, { attempts: 1 });
    stage.work(here, brief, () => Promise.reject(new Error('No disk')));
    const failed = async () => (await here.list({ state: 'failed', limit: 9 })).jobs;
    for (const n of [1, 2, 3]) {
      await here.enqueue(brief, { n }, { key: `k${n}` });
      await eventually(async () => expect(await failed()).toHaveLength(n));
    }
    expect(await failed()).toMatchObject(
      ['k3', 'k2', 'k1'].map((key) => ({ kind: 'test.brief', key, state: 'failed', attempts: 1 })),
    );
    expect((await failed())[0]!.error).toContain('No disk');
    expect((await here.dead(brief)).map(({ key }) => key)).toEqual(['k3', 'k2', 'k1']);
    const first = await here.list({ state: 'failed', limit: 2 });
    expect(await here.list({ state: 'failed', limit: 2, after: first.next })).toMatchObject({
      jobs: [{ key: 'k1' }],
    });
    await here.remove(brief, 'k2');
    expect((await failed()).map(({ key }) => key)).toEqual(['k3', 'k1']);
    await expect(here.retry(brief, 'k2')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps so many of a kind that were given up, the youngest', async () => {
    const here = await stage.connect({ keptDead: 3 });
    const brief = defineJob('test.brief', Payload, { attempts: 1 });
    stage.work(here, brief, () => Promise.reject(new Error('No disk')));
    for (let n = 0; n < 5; n++) {
      await here.enqueue(brief, { n }, { key: `k${n}` });
      // One after the other, so that it is known who is the oldest.
      await eventually(async () => {
        expect((await here.dead(brief)).map(({ key }) => key)).toContain(`k${n}`);
      });
    }
    await eventually(async () => {
      const kept = (await here.dead(brief)).map(({ key }) => key);
      expect(kept.sort()).toEqual(['k2', 'k3', 'k4']);
    });
    expect(await here.deaths()).toEqual(new Map([[brief.name, 3]]));
    await expect(here.retry(brief, 'k0')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('does not hold up others for a job that fails', async () => {
    const here = await stage.connect();
    const slow = defineJob('test.slow', Payload, { attempts: 2, firstPauseMs: 60_000 });
    const calls = stage.work(here, slow, () => {
      if (calls.at(-1)!.n === 1) throw new Error('No disk');
    });
    for (const n of [1, 2, 3]) await here.enqueue(slow, { n }, { key: `k${n}` });
    await has(calls, 3);
  });

  it('gives a job that its release cannot read to nobody, and shows it', async () => {
    const former = defineJob(count.name, z.strictObject({ was: z.string() }));
    const here = await stage.connect();
    await here.enqueue(former, { was: 'here' }, { key: 'old' });
    const calls = stage.work(await stage.connect());
    await eventually(async () => {
      expect(await here.dead(count)).toMatchObject([{ key: 'old', payload: { was: 'here' } }]);
    });
    expect(calls).toEqual([]);
  });

  it('gives the job of a worker that died to another, within the lease', async () => {
    const dying = await stage.connect({ renewMs: 3_600_000, leaseMs: 4000 });
    const { hang, release } = stage.hanging();
    const abandoned = stage.work(dying, count, async () => {
      await hang();
      if (abandoned.length === 1) throw new Error('Too late');
    });
    await stage.put(dying, 1);
    await has(abandoned, 1);

    // By its lease it also looks for those of others that are over; it keeps its own.
    const next = await stage.connect({ leaseMs: 12_000 });
    const busy = stage.hanging();
    const calls = stage.work(next, count, busy.hang);

    await has(calls, 1);
    expect(calls[0]).toMatchObject({ n: 1, attempt: 2 });
    // Its last word changes nothing: or the job would be tried again before the delayed one.
    release();
    await stage.put(next, 2, 'later', 300);
    const all = () => [...abandoned, ...calls].map(({ n }) => n).sort();
    await eventually(() => expect(all()).toContain(2));
    busy.release();
    await stage.put(next, 1);
    await stage.settle(next, abandoned, calls);
    expect(all()).toEqual([1, 1, 2, 999]);
    expect(await next.dead(count)).toEqual([]);
  });

  it('leaves a long job to the worker that renews its lease', async () => {
    // Longer than a busy machine stands still: it must not keep anybody from renewing for so long.
    const leaseMs = 8000;
    const connect = () => stage.connect({ leaseMs });
    const [here, there] = [await connect(), await connect()];
    const { hang, release } = stage.hanging();
    const calls = stage.work(here, count, hang);
    await stage.put(here, 1);
    await has(calls, 1);
    const others = stage.work(there);

    const after = Date.now() + 1.25 * leaseMs;
    await eventually(() => expect(Date.now()).toBeGreaterThan(after));

    expect(others).toEqual([]);
    expect(calls[0]!.signal.aborted).toBe(false);
    release();
    await stage.settle(there, calls, others);
    expect(calls.length + others.length).toBe(2);
  });

  it('gives up a job that its workers always die of', async () => {
    const deadly = defineJob('test.deadly', Payload, { ...count.limits, attempts: 2 });
    for (let n = 0; n < 2; n++) {
      const dying = await stage.connect({ renewMs: 3_600_000, leaseMs: 2000 });
      const calls = stage.work(dying, deadly, stage.hanging().hang);
      await dying.enqueue(deadly, { n: 1 }, { key: 'bad' });
      await has(calls, 1);
    }
    const survivor = await stage.connect({ leaseMs: 4000 });
    const calls = stage.work(survivor, deadly);
    await eventually(async () => {
      expect(await survivor.dead(deadly)).toMatchObject([{ key: 'bad' }]);
    });
    expect(calls).toEqual([]);
    await survivor.retry(deadly, 'bad');
    await has(calls, 1);
  });

  it('lets what is under way finish when it stops, and begins nothing more', async () => {
    const here = await stage.connect({ drainMs: 30_000 });
    const heard = stage.outcomes(here);
    const { hang, release } = stage.hanging();
    const calls = stage.work(here, count, hang);
    await stage.put(here, 1);
    await stage.put(here, 2);
    await has(calls, 1);

    const drained = here.drain();
    await stage.put(here, 3);
    release();
    await drained;

    expect(calls).toHaveLength(1);
    expect(calls[0]!.signal.aborted).toBe(false);
    expect(heard).toEqual(['done']);
    const rest = stage.work(await stage.connect());
    await has(rest, 2);
    expect(rest.map(({ n }) => n).sort()).toEqual([2, 3]);
  });

  it('gives back what takes too long when it stops, untried, and tells the handler', async () => {
    const here = await stage.connect();
    const heard = stage.outcomes(here);
    const calls = stage.work(here, count, stage.hanging().hang);
    await stage.put(here, 1);
    await has(calls, 1);

    // Its handler never ends.
    await here.drain();

    expect(calls[0]!.signal.aborted).toBe(true);
    expect(heard).toEqual(['returned']);
    const next = stage.work(await stage.connect());
    await has(next, 1);
    expect(next[0]).toMatchObject({ n: 1, attempt: 1 });
  });
}
