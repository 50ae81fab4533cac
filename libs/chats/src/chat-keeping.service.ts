import {
  problem,
  type Access,
  type Actor,
  type AdminChat,
  type AdminChatPage,
  type AdminChatQuery,
  type ChatId,
  type ChatKeepingApi,
  type ChatRef,
  type ChatTotals,
  type Done,
  type ListHeirs,
  type UserId,
  type UserPage,
} from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatChanges } from './chat-changes.js';
import { ChatEditor } from './chat-editor.js';
import { ChatProjector } from './chat-projector.js';
import { ChatsRepository } from './chats.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Newcomers } from './newcomers.js';

/** No access check: it is on no edge, and who asks has found that this may be. */
@Injectable()
export class ChatKeepingService implements ChatKeepingApi {
  constructor(
    private readonly chats: ChatsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly projector: ChatProjector,
    private readonly changes: ChatChanges,
    private readonly editor: ChatEditor,
    private readonly newcomers: Newcomers,
  ) {}

  async list(_: Actor, { cursor, limit, ...query }: AdminChatQuery): Promise<AdminChatPage> {
    const [before] = decodeCursor(cursor, 1) ?? [];
    const found = await this.chats.shared({ ...query, before, limit: limit + 1 });
    const { items, page } = cutPage(found, limit, ({ id }) => [id]);
    return { items: items.map((chat) => toAdminChat(chat)), page };
  }

  async get(_: Actor, { chatId }: ChatRef): Promise<AdminChat> {
    const chat = await this.#shared(chatId);
    const isGone = chat.deletedAt !== undefined;
    return toAdminChat(chat, isGone ? undefined : await this.memberships.ownerOf(chatId));
  }

  async heirs(actor: Actor, query: ListHeirs): Promise<UserPage> {
    const { deletedAt } = await this.#shared(query.chatId);
    if (deletedAt !== undefined) throw problem('not_found');
    return this.newcomers.heirs(actor, query);
  }

  async archive(
    actor: Actor,
    { chatId, isArchived }: { chatId: ChatId; isArchived: boolean },
  ): Promise<Done> {
    await this.editor.update(actor, asOwner(await this.#shared(chatId)), { isArchived });
    return {};
  }

  async handOver(
    actor: Actor,
    { chatId, userId }: { chatId: ChatId; userId: UserId },
  ): Promise<Done> {
    await this.#shared(chatId);
    await this.newcomers.checkHeir(actor, userId);
    await this.changes.change(actor, chatId, async ({ members }) => {
      if (!(await members([userId])).has(userId)) throw problem('conflict', { field: 'ownerId' });
      const fromId = await this.memberships.ownerOf(chatId);
      if (fromId === undefined || fromId === userId) return undefined;
      return { type: 'handed_over', userId, fromId };
    });
    return {};
  }

  async remove(actor: Actor, { chatId }: ChatRef): Promise<Done> {
    await this.editor.remove(actor, asOwner(await this.#shared(chatId)));
    return {};
  }

  totals(): Promise<ChatTotals> {
    return this.chats.totals();
  }

  async #shared(chatId: ChatId): Promise<ChatRecord> {
    const chat = await this.projector.current(chatId);
    if (!chat || chat.kind === 'direct') throw problem('not_found');
    return chat;
  }
}

/** What its owner may do. */
function asOwner({ id, kind, traits, hasPartialReaders }: ChatRecord): Access {
  const { postPolicy, isArchived } = traits;
  const role = 'owner' as const;
  return { chatId: id, kind, role, visibleFromSeq: 1, postPolicy, isArchived, hasPartialReaders };
}

function toAdminChat(chat: ChatRecord, ownerId?: UserId): AdminChat {
  const { id, kind, traits, memberCount, headSeq, createdAt, updatedAt, deletedAt } = chat;
  const { name, topic, slug, visibility, isArchived } = traits;
  return {
    id,
    type: kind === 'channel' ? 'channel' : 'group',
    name,
    topic,
    ...(slug !== undefined && { slug }),
    visibility,
    isArchived,
    memberCount,
    messageCount: headSeq,
    ...(ownerId !== undefined && { ownerId }),
    createdAt,
    updatedAt,
    ...(deletedAt !== undefined && { deletedAt }),
  };
}
