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
 * A change that was begun and neither stored nor given up goes on when its chat is opened again:
 * once a visit, so that no editor opens in the middle of something else.
 */
export function resumeEditing({ chatId, isReady, items }: Visit, deeds: MessageDeeds): void {
  let resumed = '';
  effect(() => {
    // An empty chat that one has looked into was a visit, too.
    if (resumed !== chatId()) resumed = '';
    if (!isReady() || items().length === 0 || resumed === chatId()) return;
    resumed = chatId();
    untracked(() => deeds.resumeEdit(items()));
  });
}
