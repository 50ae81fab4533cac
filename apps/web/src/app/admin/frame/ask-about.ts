import type { Dialogs, SelectOption } from '@app/web-ui';

/** Something that is about to be done: what will happen, and why it is done. */
export interface Deed {
  readonly title: string;
  /** What it will happen to, in the words of somebody. */
  readonly said?: string;
  /** What will happen. */
  readonly text: string;
  /** Of what it will not happen to; empty: nothing. */
  readonly note?: string;
  readonly action: string;
  readonly isDanger?: boolean;
  readonly isReasonNeeded?: boolean;
  /** Who else reads the reason. */
  readonly reasonHint?: string;
  /** One of some, of which the first is offered: how long, say. */
  readonly choice?: { readonly label: string; readonly options: readonly SelectOption[] };
}

/** That it is meant. */
export interface Meant {
  readonly reason?: string;
}

/** That it is meant, and what was chosen with it. */
export interface MeantSo extends Meant {
  readonly chosen: string;
}

/** Resolves with undefined where it is not meant. Rejects where the dialog did not load. */
export async function askAbout(dialogs: Dialogs, deed: Deed): Promise<Meant | undefined> {
  const meant = await askHow(dialogs, deed);
  return meant && (meant.reason === undefined ? {} : { reason: meant.reason });
}

/** As `askAbout`, where something is to be chosen, too. */
export function askHow(dialogs: Dialogs, data: Deed): Promise<MeantSo | undefined> {
  return dialogs.open<MeantSo>(async () => (await import('./deed-dialog')).DeedDialog, { data });
}
