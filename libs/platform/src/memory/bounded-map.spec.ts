import { BoundedMap } from './bounded-map.js';

const filled = (limit: number, keys: Iterable<string>): BoundedMap<string, number> => {
  const map = new BoundedMap<string, number>(limit);
  let n = 0;
  for (const key of keys) map.set(key, n++);
  return map;
};

describe('BoundedMap', () => {
  it('remembers what was last put, and nothing that was deleted', () => {
    const map = filled(3, 'aba');
    expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([2, 1, undefined, 2]);

    map.delete('a');
    map.delete('never there');

    expect([map.get('a'), map.size]).toEqual([undefined, 1]);
    map.clear();
    expect([map.get('b'), map.size]).toEqual([undefined, 0]);
  });

  it('forgets what was put longest ago when there is one too many', () => {
    const map = filled(3, 'abcd');
    expect(map.size).toBe(3);
    expect([map.get('a'), map.get('b')]).toEqual([undefined, 1]);
  });

  it('spares what was put anew, and what was read', () => {
    const map = filled(3, 'abca');
    map.get('b');
    map.set('d', 9);
    expect([map.get('a'), map.get('b'), map.get('c'), map.get('d')]).toEqual([3, 1, undefined, 9]);
  });

  it('counts a look at what is not there as no use', () => {
    const map = filled(2, 'ab');
    map.get('c');
    map.set('d', 9);
    expect([map.get('a'), map.get('b'), map.get('d')]).toEqual([undefined, 1, 9]);
  });

  it('keeps what is false or nought', () => {
    const map = new BoundedMap<string, number | boolean>(2);
    map.set('nought', 0);
    map.set('no', false);
    expect([map.get('nought'), map.get('no')]).toEqual([0, false]);
    map.get('nought');
    map.set('more', 1);
    expect(map.get('nought')).toBe(0);
  });

  it('never holds more than its limit, and drops a 64th of a large one at once', () => {
    const map = new BoundedMap<number, number>(640);
    let largest = 0;
    for (let n = 0; n < 5000; n++) {
      map.set(n, n);
      largest = Math.max(largest, map.size);
    }
    expect(largest).toBe(640);
    expect(map.size).toBeGreaterThan(640 - 640 / 64);
    expect(map.get(4999 - 640 + 10)).toBe(4999 - 640 + 10);
    expect(map.get(4999 - 640)).toBeUndefined();
  });
});
