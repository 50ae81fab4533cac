import type { Injector } from '@angular/core';
import { Alerts } from './alerts';
import { OfferedDraft } from './offered-draft';

/** From now on: what happens is told here, and what was answered elsewhere goes on here. */
export function watchAlerts(injector: Injector): void {
  injector.get(Alerts);
  injector.get(OfferedDraft);
}
