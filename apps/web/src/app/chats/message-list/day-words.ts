import { inject, Injectable, LOCALE_ID } from '@angular/core';
import { NOW } from '../../clock';

const DAY_MS = 86_400_000;

/** What a day is called: "Today", "Yesterday", or its date. */
@Injectable({ providedIn: 'root' })
export class DayWords {
  private readonly now = inject(NOW);
  private readonly dates = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'full' });
  private readonly near = new Intl.RelativeTimeFormat(inject(LOCALE_ID), { numeric: 'auto' });

  readonly of = (day: string): string => {
    const midnight = new Date(this.now()).setHours(0, 0, 0, 0);
    const daysAgo = Math.round((new Date(day).setHours(0, 0, 0, 0) - midnight) / DAY_MS);
    if (daysAgo < -1 || daysAgo > 0) return this.dates.format(new Date(day));
    const words = this.near.format(daysAgo, 'day');
    return words.charAt(0).toLocaleUpperCase() + words.slice(1);
  };
}
