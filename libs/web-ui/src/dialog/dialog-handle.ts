import { InjectionToken } from '@angular/core';

/** What a component inside a dialog knows of it: its input, and how to end it. */
export class DialogHandle<Result = unknown, Data = unknown> {
  /**
   * - `data`: what `Dialogs.open` was given.
   * - `titleId`: the element that names the dialog; `Dialog` takes care of it.
   */
  constructor(
    readonly data: Data,
    readonly titleId: string,
    private readonly end: (result?: Result) => void,
  ) {}

  /** Closes; without a result it counts as dismissed. */
  close(result?: Result): void {
    this.end(result);
  }
}

/** `inject(DIALOG) as DialogHandle<Result, Data>` in a component that a dialog shows. */
export const DIALOG = new InjectionToken<DialogHandle>('DIALOG');
