import { inject, Injectable } from '@angular/core';
import { mayHostCalls, type Call } from '@app/contracts';
import { ChatClient } from '../data-access/chat-client';

/** Who may mute and remove others in a call, by the same table as the server's. */
@Injectable({ providedIn: 'root' })
export class CallHosts {
  private readonly client = inject(ChatClient);

  /** Am I one of them? */
  isMine({ kind, chatId, callerId }: Call): boolean {
    const { me } = this.client;
    if (kind === 'direct') return false;
    const chat = this.client.state().chats.get(chatId)?.info;
    if (callerId === me.id || !chat) return callerId === me.id;
    return mayHostCalls({ kind: chat.type, role: chat.myRole }, me.role);
  }
}
