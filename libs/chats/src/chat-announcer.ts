import { chatRoom, typingRoom, userRoom, type Message, type UserId } from '@app/contracts';
import { EventBus, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatMemory } from './chat-memory.js';
import { ChatView, infoOf } from './chat-view.js';
import { MembershipsRepository } from './memberships.repository.js';
import { moduleActor } from './module-actor.js';

/** What a system message has done, once it is stored. */
export interface ChatChange {
  readonly chat: ChatRecord;
  readonly message: Message;
  readonly came: readonly UserId[];
  readonly went: readonly UserId[];
  /** Whose role changed; the ones above need not be repeated. */
  readonly touched: readonly UserId[];
}

/**
 * Tells everybody what became of a chat: this process' memory, other modules, the members' devices.
 * Who went hears nothing more of the chat than that it is gone.
 */
@Injectable()
export class ChatAnnouncer {
  constructor(
    private readonly memory: ChatMemory,
    private readonly eventBus: EventBus,
    private readonly publisher: RealtimePublisher,
    private readonly view: ChatView,
    private readonly memberships: MembershipsRepository,
  ) {}

  async announce({ chat, message, came, went, touched }: ChatChange): Promise<void> {
    const userIds = [...new Set([...came, ...went, ...touched])];
    this.memory.forget(chat.id, userIds);
    for (const userId of went) this.#dismiss(chat, userId);
    for (const userId of came) this.publisher.admit(userRoom(userId), chatRoom(chat.id));
    if (chat.deletedAt === undefined && message.system?.type !== 'chat_created') {
      const news = { chatId: chat.id, rev: message.rev, chat: infoOf(chat) };
      this.publisher.publish(chatRoom(chat.id), 'chat_updated', news);
    }
    await this.eventBus.publish('chat.changed', { chatId: chat.id, userIds });
    await this.show(chat, came);
  }

  /** The chat appears in the lists of these members. */
  async show(chat: ChatRecord, userIds: readonly UserId[]): Promise<void> {
    if (userIds.length === 0) return;
    const members = await this.memberships.findMany(chat.id, userIds);
    const chats = await this.view.many(
      moduleActor,
      members.map((member) => ({ chat, member })),
    );
    members.forEach(({ userId }, i) =>
      this.publisher.publish(userRoom(userId), 'chat_created', chats[i]!),
    );
  }

  /** The chat disappears from the lists of somebody, who stays in it. */
  hide({ id }: ChatRecord, userId: UserId): void {
    this.publisher.publish(userRoom(userId), 'chat_deleted', { chatId: id });
  }

  #dismiss({ id }: ChatRecord, userId: UserId): void {
    this.publisher.evict(userRoom(userId), chatRoom(id));
    this.publisher.evict(userRoom(userId), typingRoom(id));
    this.publisher.publish(userRoom(userId), 'chat_deleted', { chatId: id });
  }
}
