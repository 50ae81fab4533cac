import { linkedSignal, untracked, type Signal } from '@angular/core';
import type { OpenChatStore } from '../../data-access/open-chat-store';

type Source = Pick<
  OpenChatStore,
  'chatId' | 'beginnings' | 'messages' | 'unreadLineSeq' | 'headSeq'
>;

/**
 * The seq after which the unread line stands, or null. It stays where it was when the chat was
 * opened: reading does not move it away. What comes while one watches is not new; what comes while
 * the page is hidden is.
 */
export function unreadLine(store: Source, isVisible: Signal<boolean>): Signal<number | null> {
  return linkedSignal<UnreadSource, number | null>({
    source: () => ({
      visit: `${store.chatId()} ${store.beginnings()}`,
      mark: store.unreadLineSeq(),
      isVisible: isVisible(),
      isLoaded: store.messages().length > 0,
    }),
    computation: (now, previous) => {
      const before = previous?.source;
      if (before?.visit !== now.visit || !before.isLoaded) {
        const head = untracked(store.headSeq);
        return now.mark !== null && now.mark < head ? now.mark : null;
      }
      const wentAway = before.isVisible && !now.isVisible;
      return wentAway ? untracked(store.headSeq) : (previous?.value ?? null);
    },
    equal: Object.is,
  });
}

interface UnreadSource {
  /** The chat, and how often reading has begun in it. */
  readonly visit: string;
  readonly mark: number | null;
  readonly isVisible: boolean;
  readonly isLoaded: boolean;
}
