import { inject, InjectionToken, LOCALE_ID } from '@angular/core';

/**
 * The locale in which times of day are written: that of the words, with the person's wish for 12 or
 * 24 hours in it. Asked by each component when it is made, as the wish may change while the page is
 * open.
 */
export const TIME_LOCALE = new InjectionToken<() => string>('TIME_LOCALE', {
  providedIn: 'root',
  factory: () => {
    const locale = inject(LOCALE_ID);
    return () => locale;
  },
});
