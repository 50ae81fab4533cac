import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Preferences, type TimeFormat } from './preferences';
import { timeLocale } from './time-locale';

const afternoon = new Date(2026, 2, 2, 14, 7);

function clockIn(locale: string, format: TimeFormat): string {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: locale }] });
  const localeNow = TestBed.runInInjectionContext(timeLocale);
  // Chosen after the locale was asked for: the next who asks hears of it.
  TestBed.inject(Preferences).timeFormat.choose(format);
  const clock = new Intl.DateTimeFormat(localeNow(), { timeStyle: 'short' });
  return clock.format(afternoon);
}

describe('timeLocale', () => {
  afterEach(() => localStorage.clear());

  it.each([
    ['de', 'locale', '14:07'],
    ['en-US', 'locale', '2:07 PM'],
    ['de', 'h12', '2:07 PM'],
    ['en-US', 'h23', '14:07'],
    ['ar-EG-u-nu-latn', 'h23', '14:07'],
  ] as const)('writes 14:07 in %s with %s as %s', (locale, format, words) => {
    expect(clockIn(locale, format).replace(/\s/g, ' ')).toBe(words);
  });
});
