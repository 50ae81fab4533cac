import { inject, Injectable } from '@angular/core';
import { meet, withoutChat } from '@app/chat-state';
import type {
  Chat,
  ChatId,
  ChatPatch,
  ChatRole,
  ChatSettingsPatch,
  DirectoryPage,
  Invite,
  InviteBody,
  InviteCode,
  User,
  UserId,
  UserPage,
} from '@app/contracts';
import type { NewChat } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';
import { ReadMarks } from './read-marks';

/** Muting has no end by itself: the last moment that the contract can say. */
export const MUTED_FOR_EVER = '9999-12-31T23:59:59.000Z';

/**
 * What a person does to chats, and asks about chats and people, whichever chat is open. The answer
 * of each is taken in like an event, so that its effect is there when the promise resolves,
 * whichever comes first. Rejects with `RequestProblem` (`code`, `params`) for a refusal and with
 * `ConnectionLost` without a network.
 */
@Injectable({ providedIn: 'root' })
export class ChatActions {
  private readonly client = inject(ChatClient);
  private readonly sync = inject(ChatSync);
  private readonly reading = inject(ReadMarks);

  /** The id of the new chat, or of the direct one that was there. */
  async create(input: NewChat): Promise<ChatId> {
    return this.adopt(await this.sync.archive.create(input));
  }

  /** The direct chat with this person; with oneself: notes. */
  createDirect(userId: UserId): Promise<ChatId> {
    const memberIds = userId === this.client.me.id ? [] : [userId];
    return this.create({ type: 'direct', memberIds });
  }

  async update(chatId: ChatId, patch: ChatPatch): Promise<void> {
    this.adopt(await this.sync.archive.update(chatId, patch));
  }

  async updateSettings(chatId: ChatId, patch: ChatSettingsPatch): Promise<void> {
    const settings = await this.sync.archive.updateSettings(chatId, patch);
    this.sync.hear('chat_settings_changed', { chatId, settings });
  }

  async join(chatId: ChatId): Promise<void> {
    this.adopt(await this.sync.archive.join(chatId));
  }

  async leave(chatId: ChatId): Promise<void> {
    await this.sync.archive.leave(chatId);
    this.forget(chatId);
  }

  /** A group or channel for everybody; a direct chat is hidden for me. */
  async deleteChat(chatId: ChatId): Promise<void> {
    await this.sync.archive.deleteChat(chatId);
    this.forget(chatId);
  }

  async addMembers(chatId: ChatId, userIds: readonly UserId[]): Promise<void> {
    await this.sync.archive.addMembers(chatId, userIds);
  }

  async removeMember(chatId: ChatId, userId: UserId): Promise<void> {
    await this.sync.archive.removeMember(chatId, userId);
  }

  async changeRole(chatId: ChatId, userId: UserId, role: ChatRole): Promise<void> {
    await this.sync.archive.changeRole(chatId, userId, role);
  }

  /** Everything that is there by now, in every chat or in this one; shown at once. */
  markAllRead(only?: ChatId): void {
    for (const [id, { info, log, marks }] of this.client.state().chats) {
      const isMeant = info !== null && (only === undefined || only === id);
      if (isMeant && marks.unread + marks.mentions > 0) this.reading.raise(id, log.headSeq);
    }
  }

  /** Without a wish: it holds for a week, for as many as like. */
  createInvite(chatId: ChatId, wish: Partial<InviteBody> = {}): Promise<Invite> {
    return this.sync.archive.createInvite(chatId, wish);
  }

  async invites(chatId: ChatId): Promise<readonly Invite[]> {
    return (await this.sync.archive.invites(chatId)).items;
  }

  async revokeInvite(chatId: ChatId, code: InviteCode): Promise<void> {
    await this.sync.archive.revokeInvite(chatId, code);
  }

  async acceptInvite(code: InviteCode): Promise<ChatId> {
    return this.adopt(await this.sync.archive.acceptInvite(code));
  }

  directory(q: string, cursor?: string): Promise<DirectoryPage> {
    return this.sync.archive.directory(q, cursor);
  }

  /** Who fits the question, or everybody; whoever it finds is known from then on. */
  async allPeople(q: string, cursor?: string): Promise<UserPage> {
    const page = await this.sync.archive.peoplePage(q, cursor);
    this.client.change((state) => meet(state, page.items));
    return page;
  }

  async searchPeople(q: string): Promise<readonly User[]> {
    return q.trim() === '' ? [] : (await this.sync.archive.searchPeople(q)).items;
  }

  /** Keeps the presence of these people live until the returned function is called. */
  watch(userIds: readonly UserId[]): () => void {
    return this.sync.presence.watch(userIds);
  }

  private adopt(chat: Chat): ChatId {
    this.sync.adopt(chat);
    return chat.id;
  }

  private forget(chatId: ChatId): void {
    this.client.change((state) => withoutChat(state, chatId));
  }
}
