import { inject, Injectable, LOCALE_ID } from '@angular/core';
import { NOW } from '../../clock';

const MINUTE_MS = 60_000;

/** From the largest: how many minutes one of it has. */
const units = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** How long ago something was, and on which day. */
@Injectable({ providedIn: 'root' })
export class DeviceAges {
  private readonly now = inject(NOW);
  private readonly ages = new Intl.RelativeTimeFormat(inject(LOCALE_ID));
  private readonly days = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'medium' });

  /** `5 minutes ago`, `3 days ago`; null for less than a minute. */
  ago(at: string): string | null {
    const minutes = Math.floor((this.now().getTime() - Date.parse(at)) / MINUTE_MS);
    const unit = units.find(([, size]) => minutes >= size);
    return unit ? this.ages.format(-Math.floor(minutes / unit[1]), unit[0]) : null;
  }

  day(at: string): string {
    return this.days.format(new Date(at));
  }
}
