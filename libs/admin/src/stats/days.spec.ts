import { lastDays, statsOf } from './days.js';

describe('lastDays', () => {
  it('ends with the present day of UTC, over the end of a year', () => {
    expect(lastDays(new Date('2026-01-01T00:00:00.000Z'), 3)).toEqual([
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
    ]);
  });
});

describe('statsOf', () => {
  const on = (day: string, first: number, last: number) => ({
    day,
    first: { messages: first, users: 1 },
    last: { messages: last, users: last },
  });

  it('tells what a day brought since the one before', () => {
    const noted = [on('2026-01-01', 0, 5), on('2026-01-02', 6, 9)];
    expect(statsOf(['2026-01-01', '2026-01-02'], noted)).toEqual([
      { day: '2026-01-01', users: 5, messages: 5 },
      { day: '2026-01-02', users: 9, messages: 4 },
    ]);
  });

  it('leaves out what was there before the first count', () => {
    expect(statsOf(['2026-01-01'], [on('2026-01-01', 100, 105)])).toEqual([
      { day: '2026-01-01', users: 105, messages: 5 },
    ]);
  });

  it('gives what came while nobody counted to the day of the next count', () => {
    const noted = [on('2026-01-01', 0, 5), on('2026-01-04', 7, 8)];
    expect(statsOf(['2026-01-02', '2026-01-03', '2026-01-04'], noted)).toEqual([
      { day: '2026-01-02' },
      { day: '2026-01-03' },
      { day: '2026-01-04', users: 8, messages: 3 },
    ]);
  });

  it('knows nothing of what was not counted, and never says less than none', () => {
    const noted = [
      on('2026-01-01', 0, 5),
      { day: '2026-01-02', first: { calls: 1 }, last: { calls: 1 } },
      on('2026-01-03', 3, 3),
    ];
    expect(statsOf(['2026-01-02', '2026-01-03'], noted)).toEqual([
      { day: '2026-01-02', calls: 0 },
      { day: '2026-01-03', users: 3, messages: 0 },
    ]);
  });
});
