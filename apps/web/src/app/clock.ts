import { InjectionToken } from '@angular/core';

/** The time of writing and of "today"; injected so that tests stand still. */
export const NOW = new InjectionToken<() => Date>('NOW', {
  providedIn: 'root',
  factory: () => () => new Date(),
});
