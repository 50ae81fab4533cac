import {
  problem,
  type Access,
  type Actor,
  type ChatId,
  type ChatPatch,
  type ChatTraits,
  type NewAvatar,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatChanges } from './chat-changes.js';
import { ChatKeysRepository } from './chat-keys.repository.js';
import { ChatsRepository } from './chats.repository.js';
import { HiddenChats } from './hidden-chats.js';
import { permitWriting } from './permit.js';

/** Changes of what a chat is, by those who may. */
@Injectable()
export class ChatEditor {
  constructor(
    private readonly changes: ChatChanges,
    private readonly keys: ChatKeysRepository,
    private readonly hidden: HiddenChats,
    private readonly chats: ChatsRepository,
  ) {}

  /** One system message for all that differs; none where nothing does. */
  async update(actor: Actor, access: Access, patch: ChatPatch): Promise<ChatRecord> {
    const { isArchived, ...info } = patch;
    if (isArchived !== undefined) permitWriting(access, 'archive');
    if (Object.keys(info).length > 0) permitWriting(access, 'changeInfo');
    if (access.kind !== 'channel') refuseForOthers(patch);
    const { chatId } = access;
    let formerSlug: string | undefined;
    const chat = await this.changes.change(actor, chatId, async (present) => {
      const { traits } = present.chat;
      const differing = Object.entries(patch).filter(
        ([name, value]) => traits[name as keyof ChatTraits] !== value,
      );
      if (differing.length === 0) return undefined;
      const changes: Partial<ChatTraits> = Object.fromEntries(differing);
      if (changes.slug !== undefined) {
        await this.#takeSlug(actor, chatId, changes.slug);
        formerSlug = traits.slug;
      }
      return { type: 'traits_changed', changes };
    });
    // Only now: whoever takes it must not meet this chat under it.
    if (formerSlug !== undefined) await this.keys.release(`slug:${formerSlug}`, chatId);
    return chat;
  }

  /** A system message of its own. `former`: the one that the chat had. */
  async changeAvatar(
    actor: Actor,
    access: Access,
    avatar: NewAvatar,
  ): Promise<{ readonly chat: ChatRecord; readonly former?: string | undefined }> {
    permitWriting(access, 'changeInfo');
    let former: string | undefined;
    const chat = await this.changes.change(actor, access.chatId, (present) => {
      const had = present.chat.traits.avatar;
      if (had === (avatar ?? undefined)) return Promise.resolve(undefined);
      former = had;
      return Promise.resolve({ type: 'traits_changed', changes: { avatar } });
    });
    return { chat, former };
  }

  /** Of those that have one, and were not erased. At most 500 ids. */
  avatarsOf(chatIds: readonly ChatId[]): Promise<{ chatId: ChatId; avatar: string }[]> {
    return this.chats.avatarsOf(chatIds);
  }

  /** For everybody; its slug is free again. A direct chat disappears for the actor alone. */
  async remove(actor: Actor, access: Access): Promise<void> {
    if (access.kind === 'direct') return this.hidden.hide(access.chatId, actor.userId);
    permitWriting(access, 'deleteChat');
    const { chatId } = access;
    const { traits } = await this.changes.change(actor, chatId, () =>
      Promise.resolve({ type: 'chat_deleted' }),
    );
    if (traits.slug !== undefined) await this.keys.release(`slug:${traits.slug}`, chatId);
  }

  async #takeSlug(actor: Actor, chatId: ChatId, slug: string): Promise<void> {
    const holder = await this.keys.take(`slug:${slug}`, { chatId, createdBy: actor.userId });
    if (holder.chatId !== chatId) throw problem('conflict', { field: 'slug' });
  }
}

/** A slug and visibility are of channels. */
function refuseForOthers({ slug, visibility }: ChatPatch): void {
  const path = slug !== undefined ? 'slug' : visibility === 'public' ? 'visibility' : undefined;
  if (path === undefined) return;
  throw problem('validation_failed', { issues: [{ path, message: 'Only a channel has this' }] });
}
