import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NOW } from '../../clock';
import { DayWords } from './day-words';

describe('DayWords', () => {
  const at = (now: Date): DayWords => {
    TestBed.configureTestingModule({
      providers: [
        { provide: NOW, useValue: () => now },
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    return TestBed.inject(DayWords);
  };

  it.each([
    [new Date(2026, 2, 2), 'Today'],
    [new Date(2026, 2, 1, 23), 'Yesterday'],
    [new Date(2026, 1, 28), 'Saturday, 28 February 2026'],
    [new Date(2026, 2, 3), 'Tuesday, 3 March 2026'],
  ])('calls %s %s', (day, words) => {
    expect(at(new Date(2026, 2, 2, 12)).of(day.toISOString())).toBe(words);
  });

  it('calls today yesterday from midnight on', () => {
    jest.useFakeTimers({ now: new Date(2026, 2, 2, 23, 59) });
    TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'en-GB' }] });
    const { of } = TestBed.inject(DayWords);
    const day = new Date().toISOString();
    expect(of(day)).toBe('Today');
    jest.advanceTimersByTime(60_000);
    expect(of(day)).toBe('Yesterday');
    jest.useRealTimers();
  });

  it('makes no format before there is a day', () => {
    const formats = jest.spyOn(Intl, 'DateTimeFormat');
    at(new Date());
    expect(formats).not.toHaveBeenCalled();
  });
});
