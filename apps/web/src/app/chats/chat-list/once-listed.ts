import { afterRenderEffect, inject } from '@angular/core';
import { FirstParts } from './first-parts';

/**
 * Runs it when the chats stand in the page: what is asked for earlier, even while they are drawn,
 * may be here before them, and then they have waited for it. Called where effects may be made.
 */
export function onceListed(run: () => void): void {
  const parts = inject(FirstParts);
  const drawn = afterRenderEffect(() => {
    if (!parts.isComplete()) return;
    drawn.destroy();
    queueMicrotask(run);
  });
}
