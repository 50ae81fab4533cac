import { inject, LOCALE_ID } from '@angular/core';
import { Preferences } from './preferences';

/** For `TIME_LOCALE`: `de` becomes `de-u-hc-h12` for who wants 12 hours in German. */
export function timeLocale(): () => string {
  const locale = inject(LOCALE_ID);
  const { value } = inject(Preferences).timeFormat;
  return () => {
    const hourCycle = value();
    return hourCycle === 'locale' ? locale : new Intl.Locale(locale, { hourCycle }).toString();
  };
}
