import {
  problem,
  type Actor,
  type BeginImportedChat,
  type Done,
  type EnterImportedChat,
  type ImportedChatsApi,
  type LeaveImportedChat,
  type SystemEvent,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatChanges } from './chat-changes.js';
import { ChatKeysRepository } from './chat-keys.repository.js';
import { ChatProjector } from './chat-projector.js';
import { MembershipsRepository } from './memberships.repository.js';
import { onBehalfOf } from './module-actor.js';

/** See `ImportedChatsApi`. Every entry has an id that follows from what it says. */
@Injectable()
export class ImportedChatsService implements ImportedChatsApi {
  constructor(
    private readonly keys: ChatKeysRepository,
    private readonly changes: ChatChanges,
    private readonly projector: ChatProjector,
    private readonly memberships: MembershipsRepository,
  ) {}

  async begin(actor: Actor, { chatId, kind, traits, at }: BeginImportedChat): Promise<Done> {
    const chat = await this.projector.current(chatId);
    if (chat?.deletedAt !== undefined) throw problem('gone');
    if (chat) return {};
    const { slug } = traits;
    if (slug !== undefined) {
      const holder = await this.keys.take(`slug:${slug}`, { chatId, createdBy: actor.userId });
      if (holder.chatId !== chatId) throw problem('conflict', { field: 'slug' });
    }
    const members = [{ userId: actor.userId, role: 'owner' as const }];
    const system: SystemEvent = { type: 'chat_created', kind, traits, members };
    await this.changes.append(actor, chatId, system, 'chat_created', at);
    return {};
  }

  async enter(_: Actor, { chatId, userIds, at }: EnterImportedChat): Promise<Done> {
    for (const userId of userIds) {
      // By themselves: nobody is told that somebody has added them.
      const newcomer = onBehalfOf(userId);
      await this.changes.append(newcomer, chatId, { type: 'member_joined' }, 'import-joined', at);
    }
    return {};
  }

  async leave(actor: Actor, { chatId, toUserId, at }: LeaveImportedChat): Promise<Done> {
    await this.projector.current(chatId);
    if ((await this.memberships.ownerOf(chatId)) === actor.userId) {
      const handOver: SystemEvent = { type: 'handed_over', userId: toUserId };
      await this.changes.append(actor, chatId, handOver, 'import-handed-over', at);
    }
    await this.changes.append(actor, chatId, { type: 'member_left' }, 'import-left', at);
    return {};
  }
}
