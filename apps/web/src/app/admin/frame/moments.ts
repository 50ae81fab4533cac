import { inject, Injectable } from '@angular/core';
import { TIME_LOCALE } from '@app/web-ui';

/** Days with their times, as the person writes them. */
@Injectable({ providedIn: 'root' })
export class Moments {
  private readonly times = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

  time(at: string): string {
    return this.times.format(new Date(at));
  }
}
