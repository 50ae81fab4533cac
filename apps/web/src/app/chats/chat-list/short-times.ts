import { computed, inject, Injectable } from '@angular/core';
import { TIME_LOCALE } from '@app/web-ui';
import { NOW } from '../../clock';
import { Today } from '../../today';

const DAY_MS = 86_400_000;

/**
 * `12:07` today, `Fri` within a week, `2 Mar` before. To make a format takes longer than to draw a
 * line: all lines share them.
 */
@Injectable({ providedIn: 'root' })
export class ShortTimes {
  private readonly now = inject(NOW);
  private readonly midnight = inject(Today).midnight;
  private readonly locale = inject(TIME_LOCALE);
  private readonly clock = this.format({ timeStyle: 'short' });
  private readonly weekday = this.format({ weekday: 'short' });
  private readonly date = this.format({ day: 'numeric', month: 'short' });

  readonly of = (at: string): string => {
    const time = new Date(at);
    const midnight = this.midnight();
    if (time.getTime() >= midnight) return this.clock().format(time);
    const format = time.getTime() >= midnight - 6 * DAY_MS ? this.weekday : this.date;
    return format().format(time);
  };

  /** The first format of all takes the longest: it may be made before there is a time to show. */
  prepare(): void {
    this.of(this.now().toISOString());
  }

  private format(options: Intl.DateTimeFormatOptions) {
    return computed(() => new Intl.DateTimeFormat(this.locale(), options));
  }
}
