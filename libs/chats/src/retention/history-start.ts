import { chatRoom } from '@app/contracts';
import { EventBus, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatMemory } from '../chat-memory.js';
import { ChatProjector } from '../chat-projector.js';
import { KeptChatsRepository, type KeptChat } from './kept-chats.repository.js';

/** From where on a chat is seen by anybody. */
@Injectable()
export class HistoryStart {
  constructor(
    private readonly chats: KeptChatsRepository,
    private readonly projector: ChatProjector,
    private readonly memory: ChatMemory,
    private readonly eventBus: EventBus,
    private readonly publisher: RealtimePublisher,
  ) {}

  /** Stored first, then told, to whoever remembers the chat and to the devices of its members. */
  async move({ id: chatId, ...chat }: KeptChat, keptFromSeq: number): Promise<void> {
    if (keptFromSeq > chat.keptFromSeq) {
      // Up to its log: what is derived of a slot later than this is of a newer one.
      await this.projector.current(chatId);
      await this.chats.keepFrom(chatId, keptFromSeq);
    }
    this.memory.forget(chatId, []);
    await this.eventBus.publish('chat.changed', { chatId, userIds: [] });
    const news = { chatId, visibleFromSeq: keptFromSeq };
    this.publisher.publish(chatRoom(chatId), 'history_expired', news);
  }
}
