import { firstSince } from './day-search';

/** A log of these times, and how often one looked at it. */
async function search(times: readonly number[], time: number) {
  let looks = 0;
  const seq = await firstSince(time, 1, times.length, (at) => {
    looks++;
    return Promise.resolve(times[at - 1]!);
  });
  return { seq, looks };
}
const even = Array.from({ length: 100_000 }, (_, i) => i * 60_000);

describe('firstSince', () => {
  it.each([
    [0, 1],
    [60_000, 2],
    [59_999, 2],
    [60_001, 3],
    [4_200_000_000, 70_001],
  ])('finds %i in an even log with few looks', async (time, seq) => {
    const found = await search(even, time);
    expect(found.seq).toBe(seq);
    expect(found.looks).toBeLessThan(10);
  });

  it('is the first where all are newer, and the last where all are older', async () => {
    expect((await search(even, -1)).seq).toBe(1);
    expect((await search(even, 1e12)).seq).toBe(100_000);
    expect((await search([5], 9)).seq).toBe(1);
  });

  it('needs no more than twice the logarithm where most were written at the end', async () => {
    const late = even.map((time, i) => (i < 10 ? time : 1e12 + i));
    for (const time of [300_000, 1e12 + 7, 1e12 + 99_000]) {
      const found = await search(late, time);
      expect(late[found.seq - 1]! >= time && late[found.seq - 2]! < time).toBe(true);
      expect(found.looks).toBeLessThan(40);
    }
  });
});
