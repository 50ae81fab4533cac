import { ApplicationRef, inject } from '@angular/core';
import { EventType, Router } from '@angular/router';

/**
 * Draws each page right after the router has made it. Its elements are made before its words are
 * put in; left to the next tick, a picture taken in between (a navigation that ends within an
 * animation frame) shows them empty, and what has no words yet moves when they come.
 */
export function drawArrivals(): void {
  const app = inject(ApplicationRef);
  inject(Router).events.subscribe(({ type }) => {
    if (type === EventType.NavigationEnd) queueMicrotask(() => app.tick());
  });
}
