import { firstOf, isDay, lastOf } from './day-bounds';

describe('The bounds of a day', () => {
  it('knows a day', () => {
    const days = ['2026-11-29', '2026-13-01', '2026-11-9', '29.11.2026', ''];
    expect(days.filter(isDay)).toEqual(['2026-11-29']);
  });

  it('are its first and its last moment here, in summer and in winter', () => {
    for (const day of ['2026-01-31', '2026-07-01']) {
      const [first, last] = [new Date(firstOf(day)), new Date(lastOf(day))];
      expect([first.getHours(), first.getMinutes()]).toEqual([0, 0]);
      expect([last.getHours(), last.getMilliseconds()]).toEqual([23, 999]);
      expect(first.toDateString()).toBe(last.toDateString());
    }
  });
});
