import { effect, inject, Injectable, untracked } from '@angular/core';
import { pageIsVisible } from '../chats/chat-page/page-is-visible';
import { ChatClient } from '../data-access/chat-client';
import { NotificationStore } from './notification-store';

/** Entries that are read together. */
const AT_ONCE = 100;

/**
 * Reactions in the chat that is before somebody's eyes are read. Their messages were read long
 * since, so no mark rises that would say so.
 */
@Injectable({ providedIn: 'root' })
export class SeenReactions {
  private readonly client = inject(ChatClient);
  private readonly list = inject(NotificationStore);
  private readonly isVisible = pageIsVisible();
  /** What was refused is not tried on and on: the next look does. */
  private readonly tried = new Set<string>();

  constructor() {
    effect(() => {
      const chatId = this.client.openId();
      const isSeen = this.isVisible() && this.client.lineState.state() === 'online';
      if (chatId === null || !isSeen) return this.tried.clear();
      const ids = this.list
        .items()
        .filter((one) => one.kind === 'reaction' && one.chatId === chatId && !one.isRead)
        .map(({ id }) => id)
        .filter((id) => !this.tried.has(id))
        .slice(0, AT_ONCE);
      if (ids.length === 0) return;
      for (const id of ids) this.tried.add(id);
      untracked(() => void this.list.read(ids));
    });
  }
}
