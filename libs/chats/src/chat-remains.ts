import type { ChatId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatContents } from './chat-contents.js';
import { ChatsRepository } from './chats.repository.js';
import { InvitesRepository } from './invites.repository.js';
import { MentionsRepository } from './mentions.repository.js';
import { SpecialSlotsRepository } from './special-slots.repository.js';

/** What is left of a deleted chat. */
@Injectable()
export class ChatRemains {
  constructor(
    private readonly contents: ChatContents,
    private readonly chats: ChatsRepository,
    private readonly invites: InvitesRepository,
    private readonly mentions: MentionsRepository,
    private readonly quiet: SpecialSlotsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases what people said and sent, whom they mentioned and who was invited. The empty log and
   * the record stay. A chat that is not deleted is left alone; again is harmless; `signal` ends it
   * early.
   */
  async erase(chatId: ChatId, signal: AbortSignal): Promise<void> {
    const chat = await this.chats.find(chatId);
    if (chat?.deletedAt === undefined) return;
    await this.contents.erase(chatId, signal);
    await this.mentions.removeAll(chatId);
    await this.quiet.removeAll(chatId);
    await this.invites.removeAll(chatId);
    // Last: until it says so, the next search finds the chat again.
    await this.chats.purge(chatId, this.clock.now());
  }
}
