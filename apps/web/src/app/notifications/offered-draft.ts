import { effect, inject, Injectable, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { ChatStore } from '../data-access/chat-store';

/**
 * What was answered in a note of the desktop, and could not be sent from there: `/c/<chat>?draft=…`
 * leads to the chat, where it waits to be sent.
 */
@Injectable({ providedIn: 'root' })
export class OfferedDraft {
  private readonly router = inject(Router);
  private readonly store = inject(ChatStore);

  constructor() {
    effect(() => {
      this.router.lastSuccessfulNavigation();
      if (this.store.isReady()) untracked(() => this.take());
    });
  }

  private take(): void {
    const { root, queryParams } = this.router.parseUrl(this.router.url);
    const [first, id] = root.children['primary']?.segments.map(({ path }) => path) ?? [];
    const text: unknown = queryParams['draft'];
    const chat = this.store.chats().find((one) => first === 'c' && one.id === id);
    if (!chat || typeof text !== 'string' || text === '') return;
    this.store.drafts.append(chat.id, text);
    void this.router.navigate([], {
      queryParams: { draft: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
