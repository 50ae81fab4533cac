import { isDevMode, type Injector } from '@angular/core';
import { LostCode } from '../../installation/lost-code';
import { whenIdle } from '../../when-idle';
import { UnreadSigns } from './unread-signs';

/** From now on: what happens beside the page that is shown. */
export function watchOver(injector: Injector): void {
  injector.get(UnreadSigns);
  injector.get(LostCode);
  // A build for development has no list of its files.
  if (!isDevMode()) whenIdle(() => void keepTheApp(injector));
}

/** For visits without a network; until now it would only have been in the way of the first load. */
async function keepTheApp(injector: Injector): Promise<void> {
  try {
    const { AppKeeper } = await import('../../installation/app-keeper');
    injector.get(AppKeeper).start();
  } catch {
    // TypeError: the network went before the code came. The next visit keeps the app.
  }
}
