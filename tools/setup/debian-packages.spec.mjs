import { ifPossible } from './debian-packages.mjs';

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
