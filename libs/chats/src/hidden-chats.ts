import type { ChatId, UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatAnnouncer } from './chat-announcer.js';
import { ChatProjector } from './chat-projector.js';
import { ChatsRepository } from './chats.repository.js';

/** Direct chats out of sight: nobody leaves them, and the next message brings them back. */
@Injectable()
export class HiddenChats {
  constructor(
    private readonly chats: ChatsRepository,
    private readonly projector: ChatProjector,
    private readonly announcer: ChatAnnouncer,
  ) {}

  /** Already hidden is success. */
  async hide(chatId: ChatId, userId: UserId): Promise<void> {
    // First what was said already: it must not bring the chat back.
    const chat = await this.projector.current(chatId);
    if (!chat) return;
    await this.chats.addHidden(chatId, userId);
    this.announcer.hide(chat, userId);
  }

  /** Somebody begins the chat again that they have hidden. */
  async bringBack(chat: ChatRecord, userId: UserId): Promise<void> {
    if (!chat.hiddenBy.includes(userId)) return;
    await this.chats.removeHidden(chat.id, [userId]);
    await this.announcer.show(chat, [userId]);
  }
}
