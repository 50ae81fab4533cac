import {
  AccessApi,
  AddMembers,
  ChatLogApi,
  ChatsApi,
  CreateChat,
  CreateInvite,
  FilesApi,
  InvitesApi,
  ListChats,
  ListMembers,
  MembersApi,
  ReadsApi,
  SessionId,
  SyncQuery,
  UserId,
  SettingsApi,
  UsersApi,
  type Actor,
  type Chat,
  type ChatId,
  type ForgetFiles,
  type ForgottenFiles,
  type MessageId,
  type MessageRef,
  type ReleasedFiles,
  type Profile,
} from '@app/contracts';
import { adapters, configFrom, EventBus, PlatformModule } from '@app/platform';
import { freshDatabaseUri, SetSettings, wireChecked } from '@app/platform/testing';
import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChatsModule } from '../chats.module.js';
import { ReadMarks } from '../read-marks.js';
import { MemoryChatLog } from './memory-chat-log.js';
import { MemoryUsers } from './memory-users.js';
import { RecordingRealtime } from './recording-realtime.js';

/** The modules that the chats module knows by their ports, in memory. */
@Global()
@Module({})
class Neighbours {
  static with(
    log: MemoryChatLog,
    users: MemoryUsers,
    files: HeldFiles,
    settings: SetSettings,
  ): DynamicModule {
    const providers = [
      { provide: ChatLogApi, useValue: wireChecked(ChatLogApi, log) },
      { provide: FilesApi, useValue: files },
      { provide: SettingsApi, useValue: settings },
      { provide: UsersApi, useValue: wireChecked(UsersApi, users) },
    ];
    return {
      module: Neighbours,
      providers,
      exports: [ChatLogApi, FilesApi, SettingsApi, UsersApi],
    };
  }
}

/** How many files each chat holds: what the chats module asks of the files module. */
export class HeldFiles implements Pick<FilesApi, 'forget' | 'release'> {
  readonly held = new Map<ChatId, number>();
  /** Messages that were let go of, in that order. */
  readonly released: MessageId[] = [];

  /** Each message holds one file of 1,000 bytes, once. */
  release(_: Actor, { messageId }: MessageRef): Promise<ReleasedFiles> {
    const isFirst = !this.released.includes(messageId);
    this.released.push(messageId);
    return Promise.resolve({ files: isFirst ? 1 : 0, bytes: isFirst ? 1000 : 0 });
  }

  forget(_: Actor, { chatId, limit }: ForgetFiles): Promise<ForgottenFiles> {
    const held = this.held.get(chatId) ?? 0;
    this.held.set(chatId, Math.max(0, held - limit));
    return Promise.resolve({ hasMore: held >= limit });
  }
}

/** What outlives a process of the chats module: a database and the log. */
export interface Surroundings {
  readonly uri: string;
  readonly log?: MemoryChatLog;
  readonly users?: MemoryUsers;
}

/** The chats module on a real database, called over a wire; its neighbours in memory. */
export class ChatsBench {
  readonly chats: ChatsApi;
  readonly members: MembersApi;
  readonly invites: InvitesApi;
  readonly files: HeldFiles;
  readonly settings: SetSettings;
  readonly reads: ReadsApi;
  readonly access: AccessApi;
  #newcomers = 0;

  private constructor(
    readonly app: INestApplicationContext,
    readonly uri: string,
    readonly log: MemoryChatLog,
    readonly users: MemoryUsers,
    readonly realtime: RecordingRealtime,
  ) {
    this.chats = app.get(ChatsApi);
    this.members = app.get(MembersApi);
    this.invites = app.get(InvitesApi);
    this.reads = app.get(ReadsApi);
    this.access = app.get(AccessApi);
    this.files = app.get<HeldFiles>(FilesApi);
    this.settings = app.get<SetSettings>(SettingsApi);
  }

  static async open(around: Surroundings = { uri: freshDatabaseUri() }): Promise<ChatsBench> {
    const environment = { NODE_ENV: 'test', MONGODB_URI: around.uri, JWT_SECRET: 's'.repeat(32) };
    const config = configFrom(environment);
    const realtime = new RecordingRealtime();
    const ports = { ...(await adapters(config)), publisher: realtime, bindApi: wireChecked };
    const log = around.log ?? new MemoryChatLog(ports.eventBus);
    const users = around.users ?? new MemoryUsers(ports.eventBus);
    const platform = PlatformModule.forRoot(ports, config);
    const root = {
      module: Root,
      imports: [
        platform,
        Neighbours.with(log, users, new HeldFiles(), new SetSettings()),
        ChatsModule,
      ],
    };
    const app = await NestFactory.createApplicationContext(root, { abortOnError: false });
    return new ChatsBench(app, around.uri, log, users, realtime);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Stores the marks that are on their way. */
  settle(): Promise<void> {
    return this.app.get(ReadMarks).flush();
  }

  get facts(): EventBus {
    return this.app.get(EventBus);
  }

  /** Somebody who is known, called by their id. */
  person(name: string, about: Partial<Profile> = {}): Actor {
    const { role } = this.users.add(name, about);
    return { userId: UserId.parse(name), sessionId: SessionId.parse(`s-${name}`), role };
  }

  /** Somebody nobody has met: their id begins with the name. */
  newcomer(name: string, about: Partial<Profile> = {}): Actor {
    return this.person(`${name}${++this.#newcomers}`, about);
  }

  /** One per name, in that order, by id too where the names are ascending. */
  newcomers<const Names extends readonly string[]>(
    ...names: Names
  ): { readonly [I in keyof Names]: Actor } {
    const round = ++this.#newcomers;
    return names.map((name) => this.person(`${name}${round}`)) as never;
  }

  async create(actor: Actor, input: Partial<CreateChat> & Pick<CreateChat, 'type'>): Promise<Chat> {
    const { chat } = await this.chats.create(actor, CreateChat.parse(input));
    return chat;
  }

  /** A group called Crew. */
  group(owner: Actor, ...others: readonly Actor[]): Promise<Chat> {
    const memberIds = others.map(({ userId }) => userId);
    return this.create(owner, { type: 'group', name: 'Crew', memberIds });
  }

  direct(one: Actor, two: Actor): Promise<Chat> {
    return this.create(one, { type: 'direct', memberIds: [two.userId] });
  }

  channel(owner: Actor, slug: string, about: Partial<CreateChat> = {}): Promise<Chat> {
    return this.create(owner, { type: 'channel', slug, ...about });
  }

  get(actor: Actor, { id }: Pick<Chat, 'id'>): Promise<Chat> {
    return this.chats.get(actor, { chatId: id });
  }

  async list(actor: Actor, query: Partial<ListChats> = {}): Promise<Chat[]> {
    return (await this.chats.list(actor, ListChats.parse(query))).items;
  }

  async sync(actor: Actor) {
    return (await this.chats.sync(actor, SyncQuery.parse({}))).items;
  }

  async roster(actor: Actor, chatId: ChatId) {
    return (await this.members.list(actor, ListMembers.parse({ chatId }))).items;
  }

  add(actor: Actor, chatId: ChatId, ...people: readonly Actor[]) {
    const userIds = people.map(({ userId }) => userId);
    return this.members.add(actor, AddMembers.parse({ chatId, userIds }));
  }

  invite(actor: Actor, chatId: ChatId, about: Partial<CreateInvite> = {}) {
    return this.invites.create(actor, CreateInvite.parse({ chatId, ...about }));
  }
}

@Module({})
class Root {}
