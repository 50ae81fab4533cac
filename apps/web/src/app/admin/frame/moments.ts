import { inject, Injectable } from '@angular/core';
import { TIME_LOCALE } from '@app/web-ui';
import { DeviceAges } from '../../settings/devices/device-ages';

/** Days and times, as the person writes them. */
@Injectable({ providedIn: 'root' })
export class Moments {
  private readonly ages = inject(DeviceAges);
  private readonly times = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

  day(at: string): string {
    return this.ages.day(at);
  }

  /** How long ago it was; of less than a minute, when. */
  ago(at: string): string {
    return this.ages.ago(at) ?? this.time(at);
  }

  /** The day with the time. */
  time(at: string): string {
    return this.times.format(new Date(at));
  }
}
