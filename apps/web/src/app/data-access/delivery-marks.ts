import { effect, untracked } from '@angular/core';
import type { ChatState } from '@app/chat-state';
import type { ReadState } from '@app/contracts';
import type { ChatClient } from './chat-client';
import { MarkSender } from './mark-sender';

/** Tells senders that their messages have reached this device, one chat after the other. */
export function tellDeliveries(client: ChatClient, heard: (state: ReadState) => void): void {
  const sender = new MarkSender(client.connection, 'delivered_message', heard);
  const heads = new WeakMap<ChatState, true>();
  effect(() => {
    for (const [chatId, chat] of client.state().chats) {
      // The same object says the same: only what has changed is looked at.
      if (heads.has(chat) || !chat.info) continue;
      heads.set(chat, true);
      const { headSeq } = chat.log;
      const isNews = headSeq > chat.marks.lastDeliveredSeq && chat.marks.unread > 0;
      if (isNews) untracked(() => sender.raise(chatId, headSeq));
    }
  });
}
