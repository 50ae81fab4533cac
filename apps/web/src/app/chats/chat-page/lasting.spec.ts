import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { lasting } from './lasting';

function aSignal() {
  const isNow = signal(false);
  const isLasting = TestBed.runInInjectionContext(() => lasting(isNow, 400));
  const pass = (ms: number): boolean => {
    TestBed.tick();
    jest.advanceTimersByTime(ms);
    return isLasting();
  };
  return { isNow, pass };
}

describe('lasting', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is true once it has been true for so long, and false with it', () => {
    const { isNow, pass } = aSignal();
    isNow.set(true);
    expect([pass(399), pass(1)]).toEqual([false, true]);
    isNow.set(false);
    expect(pass(0)).toBe(false);
  });

  it('says nothing of what was over sooner', () => {
    const { isNow, pass } = aSignal();
    isNow.set(true);
    pass(300);
    isNow.set(false);
    expect(pass(400)).toBe(false);
  });
});
