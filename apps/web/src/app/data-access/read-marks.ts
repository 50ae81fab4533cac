import { inject, Injectable } from '@angular/core';
import { raiseRead } from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';
import { MarkSender } from './mark-sender';

/** How far I have read, in any chat: known here at once, told to the server soon. */
@Injectable({ providedIn: 'root' })
export class ReadMarks {
  private readonly client = inject(ChatClient);
  private readonly sync = inject(ChatSync);
  private readonly sender = new MarkSender(this.client.connection, 'read_message', (state) =>
    this.sync.hear('read_state', state),
  );

  raise(chatId: ChatId, seq: number): void {
    this.client.change((state) => raiseRead(state, chatId, seq));
    this.sender.raise(chatId, seq);
  }
}
