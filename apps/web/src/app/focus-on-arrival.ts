import { DOCUMENT, inject, Injectable } from '@angular/core';
import { EventType, Router } from '@angular/router';

/**
 * Where a page has gone with what had the focus, the heading of the next one has it: keys and
 * readers go on from there, not from the top of the document. What a page focuses by itself stays.
 */
@Injectable({ providedIn: 'root' })
export class FocusOnArrival {
  private readonly document = inject(DOCUMENT);

  constructor() {
    inject(Router).events.subscribe(({ type }) => {
      if (type !== EventType.NavigationEnd) return;
      // It is drawn in the next microtask, in which it may ask for its focus in one more.
      queueMicrotask(() => queueMicrotask(() => this.find()));
    });
  }

  private find(): void {
    if (this.document.activeElement !== this.document.body) return;
    const heading = this.document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
