import { inject, Injectable, Injector, type Type } from '@angular/core';

/**
 * What a dialog is opened with. `place`: `top` for what grows while one types, so that its first
 * line stays where it is; `page`: as large as the page, for what one looks at.
 */
export interface DialogRequest {
  readonly data?: unknown;
  readonly place?: 'middle' | 'top' | 'page';
}

/**
 * Opens dialogs. Nothing of them is in the first load: the overlay, the focus trap and the
 * component come when the first one is asked for.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private asked = 0;

  /**
   * Resolves when the dialog is closed: with its result, or `undefined` when it was dismissed (Esc,
   * a press beside it). The focus is inside meanwhile and goes back afterwards.
   */
  async open<Result>(
    load: () => Promise<Type<unknown>>,
    request: DialogRequest = {},
  ): Promise<Result | undefined> {
    const asked = ++this.asked;
    const [{ showDialog }, component] = await Promise.all([import('./show-dialog'), load()]);
    // Asked again while its code was on its way: two presses are one, and the last wish counts.
    if (asked !== this.asked) return undefined;
    return showDialog<Result>(this.injector, component, request);
  }

  /** Fetches what `open` will need, so that this dialog is there with the key that asks for it. */
  async prepare(load: () => Promise<Type<unknown>>): Promise<void> {
    await Promise.allSettled([import('./show-dialog'), load()]);
  }
}
