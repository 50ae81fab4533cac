import { computed, linkedSignal, untracked, type Signal } from '@angular/core';
import type { OpenChatStore } from '../../data-access/open-chat-store';

type Source = Pick<
  OpenChatStore,
  'chatId' | 'beginnings' | 'messages' | 'unreadLineSeq' | 'headSeq'
>;

/**
 * The seq after which the unread line stands, or null. It stays where it was when the chat was
 * opened: reading does not move it away. What comes while one watches is not new; what comes while
 * the page is hidden is, and moves it there.
 */
export function unreadLine(store: Source, isVisible: Signal<boolean>): Signal<number | null> {
  const place = linkedSignal<UnreadSource, UnreadPlace>({
    source: () => ({
      visit: `${store.chatId()} ${store.beginnings()}`,
      mark: store.unreadLineSeq(),
      // Of no interest to who watches.
      hiddenHead: isVisible() ? null : store.headSeq(),
      isLoaded: store.messages().length > 0,
    }),
    computation: (now, previous) => {
      const before = previous?.source;
      if (!previous || before?.visit !== now.visit || !before.isLoaded) {
        const head = untracked(store.headSeq);
        return { line: now.mark !== null && now.mark < head ? now.mark : null, leftAt: head };
      }
      const { line, leftAt } = previous.value;
      if (now.hiddenHead === null) return previous.value;
      if (before.hiddenHead === null) return { line, leftAt: now.hiddenHead };
      return { line: now.hiddenHead > leftAt ? leftAt : line, leftAt };
    },
  });
  return computed(() => place().line);
}

interface UnreadSource {
  /** The chat, and how often reading has begun in it. */
  readonly visit: string;
  readonly mark: number | null;
  /** The end of the log while nobody sees the page; null: somebody does. */
  readonly hiddenHead: number | null;
  readonly isLoaded: boolean;
}

/** `leftAt`: the end of the log when the page was hidden last. */
interface UnreadPlace {
  readonly line: number | null;
  readonly leftAt: number;
}
