import { withoutChat } from '@app/chat-state';
import type {
  Chat,
  ChatId,
  ChatPatch,
  ChatRole,
  ChatSettingsPatch,
  DeleteScope,
  InviteCode,
  Message,
  MessageId,
  User,
  UserId,
} from '@app/contracts';
import { RequestProblem, type NewChat } from '@app/web-realtime';
import type { ChatClient } from './chat-client';

/**
 * What a person does to chats and messages, other than sending. The answer of each is taken in like
 * an event, so that its effect is there when the promise resolves, whichever comes first.
 */
export class ChatActions {
  constructor(private readonly client: ChatClient) {}

  async create(input: NewChat): Promise<ChatId> {
    return this.adopt(await this.client.archive.create(input));
  }

  createDirect(userId: UserId): Promise<ChatId> {
    const memberIds = userId === this.client.me.id ? [] : [userId];
    return this.create({ type: 'direct', memberIds });
  }

  async update(chatId: ChatId, patch: ChatPatch): Promise<void> {
    this.adopt(await this.client.archive.update(chatId, patch));
  }

  async updateSettings(chatId: ChatId, patch: ChatSettingsPatch): Promise<void> {
    const settings = await this.client.archive.updateSettings(chatId, patch);
    this.client.hear('chat_settings_changed', { chatId, settings });
  }

  async join(chatId: ChatId): Promise<void> {
    this.adopt(await this.client.archive.join(chatId));
  }

  async leave(chatId: ChatId): Promise<void> {
    await this.client.archive.leave(chatId);
    this.forget(chatId);
  }

  async deleteChat(chatId: ChatId): Promise<void> {
    await this.client.archive.deleteChat(chatId);
    this.forget(chatId);
  }

  async addMembers(chatId: ChatId, userIds: readonly UserId[]): Promise<void> {
    await this.client.archive.addMembers(chatId, userIds);
  }

  async removeMember(chatId: ChatId, userId: UserId): Promise<void> {
    await this.client.archive.removeMember(chatId, userId);
  }

  async changeRole(chatId: ChatId, userId: UserId, role: ChatRole): Promise<void> {
    await this.client.archive.changeRole(chatId, userId, role);
  }

  async acceptInvite(code: InviteCode): Promise<ChatId> {
    return this.adopt(await this.client.archive.acceptInvite(code));
  }

  async searchPeople(q: string): Promise<readonly User[]> {
    return q.trim() === '' ? [] : (await this.client.archive.searchPeople(q)).items;
  }

  async edit(chatId: ChatId | null, messageId: MessageId, text: string): Promise<void> {
    const { id, version } = this.find(chatId, messageId);
    this.client.hear('message_edited', await this.client.archive.edit(id, text, version));
  }

  async remove(chatId: ChatId | null, messageId: MessageId, scope: DeleteScope): Promise<void> {
    const { id, seq, chatId: itsChatId } = this.find(chatId, messageId);
    const removed = await this.client.archive.remove(id, scope);
    if (scope === 'me') this.client.hear('message_hidden', { chatId: itsChatId, seq });
    else this.client.hear('message_deleted', removed);
  }

  private find(chatId: ChatId | null, messageId: MessageId): Message {
    const log = chatId === null ? undefined : this.client.chat(chatId)?.log;
    const message = [...(log?.messages.values() ?? [])].find(({ id }) => id === messageId);
    if (!message) throw new RequestProblem('not_found', 404, {});
    return message;
  }

  private adopt(chat: Chat): ChatId {
    this.client.engine.adopt(chat);
    return chat.id;
  }

  private forget(chatId: ChatId): void {
    this.client.change((state) => withoutChat(state, chatId));
  }
}
