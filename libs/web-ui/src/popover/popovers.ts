import { inject, Injectable, Injector, type Type } from '@angular/core';

/** What a popover is opened with. */
export interface PopoverRequest {
  /** The button that asked: the card stands beside it, and it says that it is open. */
  readonly anchor: HTMLElement;
  /** What the anchor is a part of: the card stands beside all of it, and covers none of it. */
  readonly origin?: HTMLElement | undefined;
  /** Names the card for screen readers. */
  readonly label: string;
  readonly data?: unknown;
}

/**
 * Opens cards beside what they are about. The page stays in use: a press elsewhere, Esc, or Tab
 * past the ends of the card close it. What must be answered is a dialog.
 *
 * The component gets the card's handle by `DIALOG`. Loaded with the first one.
 */
@Injectable({ providedIn: 'root' })
export class Popovers {
  private readonly injector = inject(Injector);
  private readonly closers = new Map<HTMLElement, () => void>();

  /**
   * Resolves when it is closed: with its result, or `undefined` when it was dismissed. Asked again
   * from the same anchor, it closes: so its button toggles it.
   */
  async open<Result>(
    load: () => Promise<Type<unknown>>,
    request: PopoverRequest,
  ): Promise<Result | undefined> {
    const close = this.closers.get(request.anchor);
    if (close) {
      close();
      return undefined;
    }
    const [{ showPopover }, component] = await Promise.all([import('./show-popover'), load()]);
    // Two presses before the first card is loaded are one.
    if (this.closers.has(request.anchor)) return undefined;
    const { closed, dismiss } = showPopover<Result>(this.injector, component, request);
    this.closers.set(request.anchor, dismiss);
    const result = await closed;
    this.closers.delete(request.anchor);
    return result;
  }
}
