import type { Dialogs } from '@app/web-ui';
import type { CallOfMany } from './calls-many';

/** Asks whether so many are really to be told. */
export async function isCallMeant(dialogs: Dialogs, call: CallOfMany): Promise<boolean> {
  const load = async () => (await import('./call-all-dialog')).CallAllDialog;
  return (await dialogs.open<true>(load, { data: call })) ?? false;
}
