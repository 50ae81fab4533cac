import { inject, Injectable } from '@angular/core';
import type { Chat, ChatId } from '@app/contracts';
import { Session } from '@app/web-session';
import { sendPicture } from '../../avatars/send-picture';
import { ChatSync } from '../../data-access/chat-sync';

/** The picture of a group or channel. Rejects as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class ChatAvatar {
  private readonly session = inject(Session);
  private readonly sync = inject(ChatSync);

  /** Null: initials again. It is known here when this resolves, whichever news come first. */
  async change(chatId: ChatId, picture: Blob | null): Promise<void> {
    const path = `chats/${chatId}/avatar`;
    if (picture) {
      this.sync.adopt(await sendPicture<Chat>(this.session.tokens, path, picture));
      return;
    }
    await this.session.rest.request('DELETE', path);
    await this.sync.learn(chatId);
  }
}
