import { inject, InjectionToken } from '@angular/core';
import { Browser } from '@app/web-session';

/** The time by which the server judges what is too late, whatever the clock of this device says. */
export const SERVER_NOW = new InjectionToken<() => Date>('SERVER_NOW', {
  providedIn: 'root',
  factory: () => {
    const browser = inject(Browser);
    return () => new Date(browser.serverNow());
  },
});
