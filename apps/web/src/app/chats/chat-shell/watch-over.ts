import { isDevMode, type Injector } from '@angular/core';
import { FocusOnArrival } from '../../focus-on-arrival';
import { LostCode } from '../../installation/lost-code';
import { bring } from '../../late-code';
import { Theme } from '../../theme/theme';
import { whenIdle } from '../../when-idle';
import { HomelessWords } from './homeless-words';
import { UnreadSigns } from './unread-signs';

/** From now on: what happens beside the page that is shown. */
export function watchOver(injector: Injector): void {
  injector.get(UnreadSigns);
  injector.get(LostCode);
  injector.get(Theme);
  injector.get(FocusOnArrival);
  injector.get(HomelessWords);
  whenIdle(() => void watchForCalls(injector));
  whenIdle(() => void watchForAlerts(injector));
  // A build for development has no list of its files.
  if (!isDevMode()) whenIdle(() => void keepTheApp(injector));
}

async function watchForCalls(injector: Injector): Promise<void> {
  const { watchCalls } = await bring(() => import('../../calls/watch-calls'));
  watchCalls(injector);
}

async function watchForAlerts(injector: Injector): Promise<void> {
  const { watchAlerts } = await bring(() => import('../../notifications/watch-alerts'));
  watchAlerts(injector);
}

/** For visits without a network; until now it would only have been in the way of the first load. */
async function keepTheApp(injector: Injector): Promise<void> {
  const { AppKeeper } = await bring(() => import('../../installation/app-keeper'));
  injector.get(AppKeeper).start();
}
