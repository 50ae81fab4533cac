import { decodeTime } from 'ulid';
import { UlidGenerator } from './id-generator.js';

describe('UlidGenerator', () => {
  const ids = new UlidGenerator();

  it('makes ULIDs that begin with the time', () => {
    const before = Date.now();
    const id = ids.next();
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    const ms = decodeTime(id);
    expect(ms).toBeGreaterThanOrEqual(before);
    expect(ms).toBeLessThanOrEqual(Date.now());
  });

  it('repeats none, over many fetches of random bytes', () => {
    const made = Array.from({ length: 5000 }, () => ids.next());
    expect(new Set(made.map((id) => id.slice(10))).size).toBe(made.length);
  });

  it('uses every digit in every random place', () => {
    const made = Array.from({ length: 5000 }, () => ids.next());
    for (let place = 10; place < 26; place++)
      expect(new Set(made.map((id) => id[place])).size).toBe(32);
  });
});
