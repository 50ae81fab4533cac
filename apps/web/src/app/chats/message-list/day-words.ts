import { computed, inject, Injectable, LOCALE_ID } from '@angular/core';
import { Today } from '../../today';

const DAY_MS = 86_400_000;

/** What a day is called: "Today", "Yesterday", or its date. */
@Injectable({ providedIn: 'root' })
export class DayWords {
  private readonly midnight = inject(Today).midnight;
  private readonly locale = inject(LOCALE_ID);
  /** Made for the first day, and not for the page: that would be drawn some 20 ms later. */
  private readonly dates = computed(
    () => new Intl.DateTimeFormat(this.locale, { dateStyle: 'full' }),
  );
  private readonly near = computed(
    () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }),
  );

  readonly of = (day: string): string => {
    const daysAgo = Math.round((new Date(day).setHours(0, 0, 0, 0) - this.midnight()) / DAY_MS);
    if (daysAgo < -1 || daysAgo > 0) return this.dates().format(new Date(day));
    const words = this.near().format(daysAgo, 'day');
    return words.charAt(0).toLocaleUpperCase() + words.slice(1);
  };
}
