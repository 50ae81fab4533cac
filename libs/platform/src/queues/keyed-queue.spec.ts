import { KeyedQueue } from './keyed-queue.js';

/** Work that ends when the test says so. */
function heldWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let isStarted = false;
  const work = () => {
    isStarted = true;
    return promise;
  };
  return { work, resolve, reject, hasStarted: () => isStarted };
}

/** All that was ready to go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('KeyedQueue', () => {
  it('starts work of one key when the work before it is over', async () => {
    const queue = new KeyedQueue<string>(5);
    const [first, second] = [heldWork(), heldWork()];
    const results = [queue.run('a', first.work), queue.run('a', second.work)];
    await settled();
    expect([first.hasStarted(), second.hasStarted()]).toEqual([true, false]);
    first.resolve('one');
    second.resolve('two');
    expect(await Promise.all(results)).toEqual(['one', 'two']);
  });

  it('lets no key wait for another', async () => {
    const queue = new KeyedQueue<string>(5);
    void queue.run('a', heldWork().work);
    const other = heldWork();
    void queue.run('b', other.work);
    await settled();
    expect(other.hasStarted()).toBe(true);
  });

  it('is busy with a key for as long as there is work of it', async () => {
    const queue = new KeyedQueue<string>(5);
    const [first, second] = [heldWork(), heldWork()];
    const results = [queue.run('a', first.work), queue.run('a', second.work)];
    first.resolve('one');
    await results[0];
    expect([queue.isBusy('a'), queue.isBusy('b')]).toEqual([true, false]);
    second.resolve('two');
    await results[1];
    expect(queue.isBusy('a')).toBe(false);
  });

  it('tells a failure to its caller, and goes on', async () => {
    const queue = new KeyedQueue<string>(5);
    const failing = queue.run('a', () => Promise.reject(new Error('boom')));
    const next = queue.run('a', () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('boom');
    expect(await next).toBe('next');
  });

  it('refuses whoever would make the line too long, and only them', async () => {
    const queue = new KeyedQueue<string>(2);
    const first = heldWork();
    const kept = [queue.run('a', first.work), queue.run('a', () => Promise.resolve('kept'))];
    const refused = queue.run('a', () => Promise.resolve('never'));
    await expect(refused).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await queue.run('b', () => Promise.resolve('other'))).toBe('other');
    first.resolve('one');
    expect(await Promise.all(kept)).toEqual(['one', 'kept']);
    expect(await queue.run('a', () => Promise.resolve('again'))).toBe('again');
  });
});
