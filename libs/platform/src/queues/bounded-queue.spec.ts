import { BoundedQueue } from './bounded-queue.js';

describe('BoundedQueue', () => {
  it('gives what came first, and nothing when it is empty', () => {
    const queue = new BoundedQueue<string>(3);
    for (const item of ['a', 'b']) expect(queue.push(item)).toBeUndefined();
    expect([queue.size, queue.shift(), queue.shift(), queue.shift()]).toEqual([
      2,
      'a',
      'b',
      undefined,
    ]);
    queue.push('c');
    expect([queue.size, queue.shift(), queue.size]).toEqual([1, 'c', 0]);
  });

  it('drives the oldest out when it is full, and says which', () => {
    const queue = new BoundedQueue<number>(2);
    expect([1, 2, 3, 4].map((n) => queue.push(n))).toEqual([undefined, undefined, 1, 2]);
    expect([queue.size, queue.shift(), queue.shift()]).toEqual([2, 3, 4]);
  });

  it('keeps the order of very many that come and go', () => {
    const queue = new BoundedQueue<number>(6000);
    const taken: number[] = [];
    for (let n = 0; n < 20_000; n++) {
      queue.push(n);
      if (n % 4 !== 0) taken.push(queue.shift()!);
    }
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) taken.push(item);
    expect(taken).toEqual(Array.from({ length: 20_000 }, (_, n) => n));
  });

  it('forgets all when it is cleared', () => {
    const queue = new BoundedQueue<number>(2);
    queue.push(1);
    queue.clear();
    expect([queue.size, queue.shift()]).toEqual([0, undefined]);
  });
});
