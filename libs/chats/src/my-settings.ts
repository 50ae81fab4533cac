import {
  problem,
  type ChatId,
  type ChatSettings,
  type ChatSettingsPatch,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatMemory } from './chat-memory.js';
import { MembershipsRepository } from './memberships.repository.js';

/** What somebody wishes of one chat: nobody else's business, and so not in its log. */
@Injectable()
export class MySettings {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly memory: ChatMemory,
  ) {}

  /** Throws `not_member`. */
  async of(chatId: ChatId, userId: UserId): Promise<ChatSettings> {
    const member = await this.memberships.find(chatId, userId);
    if (!member?.isMember) throw problem('not_member', { chatId });
    return member.settings;
  }

  async update(chatId: ChatId, userId: UserId, patch: ChatSettingsPatch): Promise<ChatSettings> {
    if (Object.keys(patch).length === 0) return this.of(chatId, userId);
    const settings = await this.memberships.updateSettings(chatId, userId, patch);
    this.memory.forget(chatId, [userId]);
    return settings;
  }
}
