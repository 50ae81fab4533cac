import type { Dialogs } from '@app/web-ui';

/** Something that is about to be done: what will happen, and why it is done. */
export interface Deed {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  /** Of what it will not happen to; empty: nothing. */
  readonly note?: string;
  readonly action: string;
  readonly isDanger?: boolean;
  readonly isReasonNeeded?: boolean;
}

/** That it is meant. */
export interface Meant {
  readonly reason?: string;
}

/** Resolves with undefined where it is not meant. Rejects where the dialog did not load. */
export function askAbout(dialogs: Dialogs, data: Deed): Promise<Meant | undefined> {
  return dialogs.open<Meant>(async () => (await import('./deed-dialog')).DeedDialog, { data });
}
