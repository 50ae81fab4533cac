import type { Injector } from '@angular/core';
import { LostCode } from '../../installation/lost-code';
import { UnreadSigns } from './unread-signs';

/** From now on: what happens beside the page that is shown. */
export function watchOver(injector: Injector): void {
  injector.get(UnreadSigns);
  injector.get(LostCode);
}
