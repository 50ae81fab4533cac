import type { Injector } from '@angular/core';
import { watchAnnouncements } from '../announcing/watch-announcements';
import { Alerts } from './alerts';
import { OfferedDraft } from './offered-draft';
import { OpenedByNote } from './opened-by-note';
import { SeenReactions } from './seen-reactions';

/** From now on: what happens is told here, and what was answered elsewhere goes on here. */
export function watchAlerts(injector: Injector): void {
  injector.get(Alerts);
  injector.get(OfferedDraft);
  injector.get(OpenedByNote);
  injector.get(SeenReactions);
  watchAnnouncements(injector);
}
