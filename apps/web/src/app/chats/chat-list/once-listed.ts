import { afterRenderEffect, inject } from '@angular/core';
import { ChatStore } from '../../data-access/chat-store';

/**
 * Runs it when the chats stand in the page: what is asked for earlier, even while they are drawn,
 * may be here before them, and then they have waited for it. Called where effects may be made.
 */
export function onceListed(run: () => void): void {
  const store = inject(ChatStore);
  const drawn = afterRenderEffect(() => {
    if (!store.isReady()) return;
    drawn.destroy();
    queueMicrotask(run);
  });
}
