import { ifPossible, oneAtATime } from './debian-packages.mjs';

describe('ifPossible', () => {
  const task = (make) => ifPossible({ name: 'packages', isDone: () => false, make });

  it('does what the task does', async () => {
    const done = task(async ({ report }) => ({ state: 'done', note: report('installing') }));
    expect(done.name).toBe('packages');
    expect(done.isDone()).toBe(false);
    expect(await done.make({ report: (note) => note })).toEqual({
      state: 'done',
      note: 'installing',
    });
  });

  it('goes on without it when it fails, and says why', async () => {
    const failing = task(async () => {
      throw new Error('apt-get: no archive can be reached');
    });
    expect(await failing.make({})).toEqual({
      state: 'skipped',
      note: 'apt-get: no archive can be reached',
    });
  });
});

describe('oneAtATime', () => {
  it('begins when the one before has ended, however it did', async () => {
    const order = [];
    let leave;
    const first = oneAtATime(() => new Promise((_, reject) => (leave = reject)));
    const second = oneAtATime(async () => order.push('second'));
    const told = first.catch(({ message }) => order.push(message));
    // It has begun a turn later, and whoever did not wait would have by then.
    await new Promise((done) => process.nextTick(done));
    expect(order).toEqual([]);
    leave(new Error('first'));
    await Promise.all([told, second]);
    expect(order.sort()).toEqual(['first', 'second']);
  });
});
