import { TestBed } from '@angular/core/testing';
import { Today } from './today';

const HOUR_MS = 3_600_000;

describe('Today', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(2026, 2, 2, 23, 30) }));
  afterEach(() => jest.useRealTimers());

  it('becomes the next day at midnight, and the one after a day later', () => {
    const { midnight } = TestBed.inject(Today);
    expect(midnight()).toBe(new Date(2026, 2, 2).getTime());
    jest.advanceTimersByTime(HOUR_MS);
    expect(midnight()).toBe(new Date(2026, 2, 3).getTime());
    jest.advanceTimersByTime(24 * HOUR_MS);
    expect(midnight()).toBe(new Date(2026, 2, 4).getTime());
  });

  it('knows at once that a device has slept over it', () => {
    const { midnight } = TestBed.inject(Today);
    jest.setSystemTime(new Date(2026, 2, 7, 8));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(midnight()).toBe(new Date(2026, 2, 7).getTime());
  });
});
