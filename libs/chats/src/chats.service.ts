import type {
  Actor,
  ChangeChatAvatar,
  ChangedChatAvatar,
  Chat,
  ChatAvatars,
  ChatPage,
  ChatRef,
  ChatsApi,
  ChatSettings,
  CreateChat,
  CreatedChat,
  DirectoryPage,
  Done,
  ListChats,
  ListDirectory,
  LookUpChatAvatars,
  ReadableChats,
  SyncPage,
  SyncQuery,
  Totals,
  UpdateChat,
  UpdateChatSettings,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { ChatCreation } from './chat-creation.js';
import { ChatEditor } from './chat-editor.js';
import { Directory } from './directory.js';
import { MyChats } from './my-chats.js';
import { MySettings } from './my-settings.js';
import { permit } from './permit.js';

/** See `ChatsApi`. */
@Injectable()
export class ChatsService implements ChatsApi {
  constructor(
    private readonly access: AccessService,
    private readonly creation: ChatCreation,
    private readonly myChats: MyChats,
    private readonly editor: ChatEditor,
    private readonly directoryOf: Directory,
    private readonly mySettings: MySettings,
  ) {}

  async create(actor: Actor, input: CreateChat): Promise<CreatedChat> {
    const { chat, isCreated } = await this.creation.create(actor, input);
    return { chat: await this.myChats.one(actor, chat), isCreated };
  }

  async get(actor: Actor, { chatId }: ChatRef): Promise<Chat> {
    permit(await this.access.of(actor, { chatId }), 'read');
    return this.myChats.get(actor, chatId);
  }

  list(actor: Actor, input: ListChats): Promise<ChatPage> {
    return this.myChats.list(actor, input);
  }

  async update(actor: Actor, { chatId, patch }: UpdateChat): Promise<Chat> {
    const access = await this.access.of(actor, { chatId });
    return this.myChats.one(actor, await this.editor.update(actor, access, patch));
  }

  async changeAvatar(
    actor: Actor,
    { chatId, avatar }: ChangeChatAvatar,
  ): Promise<ChangedChatAvatar> {
    const access = await this.access.of(actor, { chatId });
    const { chat, former } = await this.editor.changeAvatar(actor, access, avatar);
    const seen = await this.myChats.one(actor, chat);
    return { chat: seen, ...(former === undefined ? {} : { former }) };
  }

  /** No access check: it is on no edge. */
  async avatars(_: Actor, { chatIds }: LookUpChatAvatars): Promise<ChatAvatars> {
    return { items: await this.editor.avatarsOf(chatIds) };
  }

  readable(actor: Actor): Promise<ReadableChats> {
    return this.access.readable(actor);
  }

  async remove(actor: Actor, { chatId }: ChatRef): Promise<Done> {
    const access = await this.access.of(actor, { chatId });
    await this.editor.remove(actor, access);
    return {};
  }

  async settings(actor: Actor, { chatId }: ChatRef): Promise<ChatSettings> {
    await this.access.of(actor, { chatId });
    return this.mySettings.of(chatId, actor.userId);
  }

  async updateSettings(actor: Actor, { chatId, patch }: UpdateChatSettings): Promise<ChatSettings> {
    await this.access.of(actor, { chatId });
    return this.mySettings.update(chatId, actor.userId, patch);
  }

  directory(actor: Actor, input: ListDirectory): Promise<DirectoryPage> {
    return this.directoryOf.list(actor, input);
  }

  sync(actor: Actor, input: SyncQuery): Promise<SyncPage> {
    return this.myChats.sync(actor, input);
  }

  totals(actor: Actor): Promise<Totals> {
    return this.myChats.totals(actor);
  }
}
