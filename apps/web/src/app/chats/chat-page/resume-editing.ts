import { effect, untracked, type Signal } from '@angular/core';
import type { MessageDeeds } from '../message-list/message-deeds';
import type { MessageItem } from '../message-list/timeline-items';

interface Visit {
  readonly chatId: Signal<string>;
  /** Of that chat, and it is known what I may do there. */
  readonly isReady: Signal<boolean>;
  readonly items: Signal<readonly MessageItem[]>;
}

/**
 * A change that was begun and neither stored nor given up goes on when its chat is opened again, as
 * soon as its row is there: what waits in the outbox comes after the rest. Once a visit for each
 * row, so that no editor opens in the middle of something else.
 */
export function resumeEditing({ chatId, isReady, items }: Visit, deeds: MessageDeeds): void {
  let visited = '';
  let seen = new Set<string>();
  effect(() => {
    // An empty chat that one has looked into was a visit, too.
    if (visited !== chatId()) [visited, seen] = [chatId(), new Set()];
    if (!isReady()) return;
    const fresh = items().filter(({ key }) => !seen.has(key));
    if (fresh.length === 0) return;
    for (const { key } of fresh) seen.add(key);
    untracked(() => deeds.resumeEdit(fresh));
  });
}
