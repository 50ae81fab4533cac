import { effect, inject, Injectable, untracked } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { ChatClient } from '../../data-access/chat-client';
import { ChatStore } from '../../data-access/chat-store';
import { chatTexts } from '../chat-texts';
import { writingTexts } from '../writing/writing-texts';

/**
 * What the server has refused has its row in its chat. Of a chat that is not mine any more there is
 * none: nobody could read those words again, nor take them away. So they go on as a draft of the
 * person's own notes, who is told. What has files stays where it is: those would be lost.
 */
@Injectable({ providedIn: 'root' })
export class HomelessWords {
  private readonly client = inject(ChatClient);
  private readonly store = inject(ChatStore);
  private readonly toasts = inject(Toasts);
  private readonly taken = new Set<ClientMsgId>();

  constructor() {
    effect(() => {
      const found = this.homeless();
      if (found.length > 0) untracked(() => this.take(found));
    });
  }

  private homeless() {
    const refused = this.client
      .entries()
      .filter(({ state, text, files = [] }) => state === 'failed' && text && files.length === 0);
    // With each message there is another state: it is looked at where there is something to find.
    if (refused.length === 0 || !this.client.isCurrent()) return [];
    const { chats } = this.client.state();
    return refused.filter((entry) => !chats.has(entry.chatId));
  }

  private take(found: ReturnType<HomelessWords['homeless']>): void {
    const notes = this.store.chats().find(({ isSelf }) => isSelf);
    const fresh = found.filter(({ clientMsgId }) => !this.taken.has(clientMsgId));
    if (!notes || fresh.length === 0) return;
    for (const { clientMsgId, text } of fresh) {
      this.taken.add(clientMsgId);
      this.store.drafts.append(notes.id, text);
      void this.client.outbox.then((outbox) => outbox.discard(clientMsgId));
    }
    this.toasts.warn(writingTexts.homeless(chatTexts.notesToSelf));
  }
}
