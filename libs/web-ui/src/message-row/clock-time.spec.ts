import { clockTime } from './clock-time';

describe('clockTime', () => {
  const morning = new Date(2026, 2, 2, 4, 7).toISOString();

  it.each([
    ['en-US', '4:07 AM'],
    ['en-US-u-hc-h23', '04:07'],
    ['de', '04:07'],
    ['de-u-hc-h12', '4:07 AM'],
  ])('writes seven past four in %s as %s', (locale, words) => {
    expect(clockTime(locale, morning).replace(/\s/g, ' ')).toBe(words);
  });
});
