import { inject, Injectable, Injector, type Type } from '@angular/core';

/** What a sheet is opened with. */
export interface SheetRequest {
  readonly data?: unknown;
}

/**
 * Opens sheets: what a dialog is too small for. On a phone it comes up from the lower edge, under
 * the thumb; on a wider page it stands along the end of the line. Loaded with the first one.
 *
 * The component is written as for `Dialogs`: `ui-dialog` is its root, `DIALOG` its handle.
 */
@Injectable({ providedIn: 'root' })
export class Sheets {
  private readonly injector = inject(Injector);

  /** Resolves when it is closed: with its result, or `undefined` (Esc, a press beside it). */
  async open<Result>(
    load: () => Promise<Type<unknown>>,
    request: SheetRequest = {},
  ): Promise<Result | undefined> {
    const [{ showSheet }, component] = await Promise.all([import('./show-sheet'), load()]);
    return showSheet<Result>(this.injector, component, request);
  }
}
