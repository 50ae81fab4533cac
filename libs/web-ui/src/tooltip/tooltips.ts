import { inject, Injectable, Injector } from '@angular/core';

/** What did not come is not asked for with each movement. */
export const TOOLTIP_PATIENCE_MS = 5000;

/**
 * Shows the names of what is only a picture: of each icon button, and of what has a `data-tip`.
 * They come with the pointer and with the keyboard's focus, stay while the pointer is over them,
 * and go with Esc (WCAG 1.4.13); `title` of HTML does none of these.
 *
 * A screen reader has the name already, so nothing is said twice.
 */
@Injectable({ providedIn: 'root' })
export class Tooltips {
  private readonly injector = inject(Injector);
  private readonly load = () => import('./watch-tooltips');

  /**
   * From now on. The code comes with the first pointer or key that moves over the page; what is
   * drawn below a pointer that rests is no reason to load it before the rest of the page.
   */
  start(): void {
    const begin = (event: Event): void => {
      document.removeEventListener('pointermove', begin);
      document.removeEventListener('focusin', begin);
      this.load().then(
        ({ watchTooltips }) => watchTooltips(this.injector, event),
        // TypeError: it did not come. Nobody has asked for it: a later movement does so again.
        () => setTimeout(() => this.start(), TOOLTIP_PATIENCE_MS),
      );
    };
    document.addEventListener('pointermove', begin);
    document.addEventListener('focusin', begin);
  }
}
