import { inject, Injector } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { bring } from '../late-code';

/** What is said to everybody stands over other pages too, also where those were opened first. */
export const withAnnouncements: CanActivateFn = () => {
  void watch(inject(Injector));
  return true;
};

async function watch(injector: Injector): Promise<void> {
  const { watchAnnouncements } = await bring(() => import('./watch-announcements'));
  watchAnnouncements(injector);
}
