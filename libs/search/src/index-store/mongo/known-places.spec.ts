import { KnownPlaces } from './known-places.js';

const bytes = (length: number) => new Uint8Array(length).fill(7);

describe('KnownPlaces', () => {
  it('knows a place as long as nothing more was put into its window', () => {
    const known = new KnownPlaces();
    known.set('a', 1, bytes(3));
    expect(known.get('a', 1)).toEqual(Buffer.from(bytes(3)));
    expect([known.get('a', 2), known.get('a', undefined), known.get('b', 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    known.set('a', 2, bytes(4));
    expect([known.get('a', 1), known.get('a', 2)?.length]).toEqual([undefined, 4]);
  });

  it('knows nothing of what nobody has counted', () => {
    const known = new KnownPlaces();
    known.set('a', undefined, bytes(3));
    expect(known.get('a', undefined)).toBeUndefined();
  });

  it('takes a bounded room, and lets go first of what was not used', () => {
    const known = new KnownPlaces();
    const megabyte = 2 ** 20;
    known.set('kept', 1, bytes(megabyte));
    known.set('unused', 1, bytes(megabyte));
    for (let n = 0; n < 31; n++) {
      expect(known.get('kept', 1)).toBeDefined();
      known.set(`other ${n}`, 1, bytes(megabyte));
    }
    const names = ['kept', 'unused', ...Array.from({ length: 31 }, (_, n) => `other ${n}`)];
    const left = names.filter((id) => known.get(id, 1));
    expect(left).toContain('kept');
    expect(left).not.toContain('unused');
    expect(left.length).toBeLessThanOrEqual(32);
  });
});
