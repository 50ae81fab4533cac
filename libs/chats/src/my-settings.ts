import {
  problem,
  userRoom,
  type ChatId,
  type ChatSettings,
  type ChatSettingsPatch,
  type UserId,
} from '@app/contracts';
import { EventBus, KeyedQueue, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatMemory } from './chat-memory.js';
import { MembershipsRepository } from './memberships.repository.js';

/** Changes by one person that wait for each other: more than any number of devices makes. */
const maxInLine = 100;

/** What somebody wishes of one chat: nobody else's business, and so not in its log. */
@Injectable()
export class MySettings {
  readonly #lines = new KeyedQueue<string>(maxInLine);

  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly memory: ChatMemory,
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
  ) {}

  /** Throws `not_member`. */
  async of(chatId: ChatId, userId: UserId): Promise<ChatSettings> {
    const member = await this.memberships.find(chatId, userId);
    if (!member?.isMember) throw problem('not_member', { chatId });
    return member.settings;
  }

  async update(chatId: ChatId, userId: UserId, patch: ChatSettingsPatch): Promise<ChatSettings> {
    if (Object.keys(patch).length === 0) return this.of(chatId, userId);
    // One after the other: what is stored last is told last.
    return this.#lines.run(`${chatId}:${userId}`, () => this.#change(chatId, userId, patch));
  }

  async #change(chatId: ChatId, userId: UserId, patch: ChatSettingsPatch): Promise<ChatSettings> {
    const settings = await this.memberships.updateSettings(chatId, userId, patch);
    this.memory.forget(chatId, [userId]);
    this.publisher.publish(userRoom(userId), 'chat_settings_changed', { chatId, settings });
    // Other processes remember them, too: whether others may know what is read depends on it.
    await this.eventBus.publish('chat.changed', { chatId, userIds: [userId] });
    return settings;
  }
}
