import { qualityOf } from './quality';

describe('qualityOf', () => {
  it.each([
    [{ roundTripMs: 80, lost: 0.01, lostByOthers: 0 }, 'good'],
    [{ roundTripMs: null, lost: 0, lostByOthers: 0 }, 'good'],
    [{ roundTripMs: 600, lost: 0, lostByOthers: 0 }, 'slow'],
    [{ roundTripMs: 80, lost: 0.1, lostByOthers: 0.1 }, 'poor'],
    [{ roundTripMs: 80, lost: 0, lostByOthers: 0.1 }, 'sending'],
  ] as const)('of %j is %s', (numbers, quality) => {
    expect(qualityOf(numbers)).toBe(quality);
  });
});
