import { computed, effect, linkedSignal, untracked, type Signal } from '@angular/core';
import type { OpenChatStore } from '../../data-access/open-chat-store';
import type { ReadingView } from '../message-list/reading-view';
import { keepPlace } from './reading-place';

type Store = Pick<OpenChatStore, 'messages' | 'isSettled' | 'lookAt' | 'markRead' | 'makeRoom'>;

interface Visit {
  /** Another one for each list: a jump to another window starts anew. */
  readonly name: Signal<string>;
  /** What the list shows; null: there is no list yet. */
  readonly shown: Signal<ReadingView | null>;
  /** The tab is. */
  readonly isVisible: Signal<boolean>;
}

/**
 * What a person reads of the open chat: the store is told where they look, and how far they have
 * read, once somebody can have seen it. Made where effects may be made.
 */
export class Reading {
  private readonly view: Signal<ReadingView | null>;

  constructor(
    private readonly store: Store,
    { name, shown, isVisible }: Visit,
  ) {
    const view = linkedSignal<string, ReadingView | null>({
      source: name,
      computation: () => null,
    });
    this.view = view;
    effect(() => {
      const now = shown();
      untracked(() => {
        view.set(now);
        if (now) store.lookAt(placeOf(now));
      });
    });
    // How far the screen shows the log; the end includes what was hidden or deleted there.
    const seenSeq = computed(
      () => (view()?.isAtEnd ? store.messages().at(-1)?.seq : view()?.seenSeq) ?? 0,
    );
    effect(() => {
      const seq = seenSeq();
      const mayTell = isVisible() && store.isSettled();
      if (mayTell && seq > 0) untracked(() => store.markRead(seq));
    });
  }

  /** Nothing moves: writing down where, and making room, are not for the middle of a movement. */
  rest(chatId: string): void {
    const view = this.view();
    if (view) keepPlace(chatId, placeOf(view));
    this.store.makeRoom();
  }
}

/** What stands on top of the screen; null: one is at the end of the log. */
function placeOf({ isAtEnd, topSeq }: ReadingView): number | null {
  return isAtEnd ? null : topSeq;
}
