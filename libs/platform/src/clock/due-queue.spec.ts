import { DueQueue } from './due-queue.js';

describe('DueQueue', () => {
  it('gives what is due, once, the longest due first', () => {
    const queue = new DueQueue<string>(100);
    queue.put('a', 0);
    queue.put('b', 10);
    queue.put('c', 50);
    expect(queue.take(99)).toEqual([]);
    expect(queue.take(110)).toEqual(['a', 'b']);
    expect(queue.take(110)).toEqual([]);
    expect(queue.size).toBe(1);
  });

  it('lets what is put in again wait anew', () => {
    const queue = new DueQueue<string>(100);
    queue.put('a', 0);
    queue.put('b', 10);
    queue.put('a', 20);
    expect(queue.take(119)).toEqual(['b']);
    expect(queue.take(120)).toEqual(['a']);
  });

  it('forgets what is taken back', () => {
    const queue = new DueQueue<string>(100);
    queue.put('a', 0);
    queue.delete('a');
    queue.delete('never in');
    expect(queue.take(1000)).toEqual([]);
  });

  it('goes on when the clock is set back', () => {
    const queue = new DueQueue<string>(100);
    queue.put('a', 1_000_000);
    queue.put('b', 0);
    expect(queue.take(99)).toEqual([]);
    expect(queue.take(100)).toEqual(['b']);
    expect(queue.take(199)).toEqual(['a']);
  });
});
