import type { Dialogs } from '@app/web-ui';
import type { Question } from './confirm-dialog';

/** Asks before something serious. Rejects where the dialog did not load. */
export function isMeant(dialogs: Dialogs, data: Question): Promise<true | undefined> {
  const load = async () => (await import('./confirm-dialog')).ConfirmDialog;
  return dialogs.open<true>(load, { data });
}
