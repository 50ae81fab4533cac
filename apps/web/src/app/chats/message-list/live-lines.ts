import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Lines that were said long ago only make the page heavier. */
const KEPT = 5;

/**
 * What a screen reader says, politely, line after line. Each is an element of its own, so that
 * lines that come at once are all said, in order: one text that changes would say the last one.
 */
@Injectable({ providedIn: 'root' })
export class LiveLines {
  private readonly document = inject(DOCUMENT);
  private readonly region = this.document.createElement('div');

  constructor() {
    this.region.className = 'unseen';
    this.region.setAttribute('aria-live', 'polite');
    this.document.body.append(this.region);
  }

  say(text: string): void {
    const line = this.document.createElement('p');
    line.textContent = text;
    this.region.append(line);
    while (this.region.childElementCount > KEPT) this.region.firstElementChild?.remove();
  }
}
