import {
  AccessApi,
  AccountsApi,
  AuditApi,
  ChatId,
  ChatLogApi,
  IncomingWebhooksApi,
  MembersApi,
  MessageId,
  MessagesApi,
  problem,
  SessionId,
  UserId,
  UsersApi,
  WebhooksApi,
  type AccessQuery,
  type Actor,
  type AddMembers,
  type AuditDeed,
  type ChangeAccount,
  type ChatRef,
  type ChatRole,
  type HeadsOf,
  type IncomingWebhookWithPath,
  type ListChanges,
  type MakeBot,
  type Message,
  type NewIncomingWebhook,
  type NewWebhook,
  type Origin,
  type SendMessage,
  type SlotsBehind,
  type UserRef,
  type WebhookWithSecret,
  type WorkspaceRole,
} from '@app/contracts';
import { aProfile, ModelChat } from '@app/contracts/testing';
import {
  adapters,
  Clock,
  configFrom,
  Database,
  EventBus,
  PlatformModule,
  Ticker,
} from '@app/platform';
import {
  freshDatabaseUri,
  ManualTime,
  MemoryRateLimiter,
  MongoDatabase,
  MongoJobQueue,
  wireChecked,
} from '@app/platform/testing';
import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { LanesRepository } from '../delivery/lanes.repository.js';
import { WebhookFeed } from '../delivery/webhook-feed.js';
import { WebhookBook } from '../hooks/webhook-book.js';
import { WebhooksModule } from '../webhooks.module.js';

export const person = (name: string): Actor => ({
  userId: UserId.parse(name),
  sessionId: SessionId.parse(`session-of-${name}`),
  role: 'admin',
});

export const origin: Origin = { address: '192.0.2.1', userAgent: 'A browser' };

/** Chats with logs, who is in them, and what was written down: the neighbours, on paper. */
export class PaperWorkspace {
  readonly chats = new Map<ChatId, ModelChat>();
  readonly kinds = new Map<ChatId, 'group' | 'direct'>();
  /** `<chat> <person>`. */
  readonly chatRoles = new Map<string, ChatRole>();
  /** Everybody else is an admin of the workspace. */
  readonly roles = new Map<string, WorkspaceRole>();
  readonly deeds: AuditDeed[] = [];
  /** Accounts of webhooks by their ids, with what is known of them. */
  readonly bots = new Map<string, { username: string; name: string; isDeactivated: boolean }>();
  /** What was said by them. */
  readonly said: (SendMessage & { readonly by: UserId })[] = [];
  /** Thrown where somebody is added to a chat, or says something. */
  refusal: Error | undefined;
  /** Thrown by the log: it is away. */
  failure: Error | undefined;

  /** A chat of which these are admins. */
  chat(name: string, ...admins: readonly string[]): ModelChat {
    const chatId = ChatId.parse(name);
    const chat = new ModelChat(chatId, []);
    this.chats.set(chatId, chat);
    for (const admin of admins) this.chatRoles.set(`${name} ${admin}`, 'admin');
    return chat;
  }

  of(actor: Actor, { chatId }: AccessQuery) {
    const role = this.chatRoles.get(`${chatId} ${actor.userId}`);
    if (!role) return Promise.reject(problem('not_member', { chatId }));
    const kind = this.kinds.get(chatId) ?? 'group';
    const traits = { visibleFromSeq: 1, postPolicy: 'everyone', isArchived: false } as const;
    return Promise.resolve({ chatId, kind, role, ...traits, hasPartialReaders: false });
  }

  profile(_: Actor, { userId }: UserRef) {
    const bot = this.bots.get(userId);
    if (bot) {
      const { name, isDeactivated } = bot;
      const state = isDeactivated ? { isDeactivated: true as const } : {};
      return Promise.resolve(aProfile(userId, { role: 'bot', name, ...state }));
    }
    return Promise.resolve(aProfile(userId, { role: this.roles.get(userId) ?? 'admin' }));
  }

  makeBot(_: Actor, { bot }: MakeBot) {
    const userId = UserId.parse(`bot${this.bots.size}`);
    this.bots.set(userId, { ...bot, isDeactivated: false });
    return this.#account(userId);
  }

  change(_: Actor, { userId, patch }: ChangeAccount) {
    const bot = this.bots.get(userId)!;
    if (patch.name !== undefined) bot.name = patch.name;
    if (patch.state !== undefined) bot.isDeactivated = patch.state === 'suspended';
    return this.#account(userId);
  }

  add(_: Actor, { chatId, userIds }: AddMembers) {
    if (this.refusal) return Promise.reject(this.refusal);
    for (const userId of userIds) this.chatRoles.set(`${chatId} ${userId}`, 'member');
    return Promise.resolve({});
  }

  leave({ userId }: Actor, { chatId }: ChatRef) {
    if (!this.chatRoles.delete(`${chatId} ${userId}`))
      return Promise.reject(problem('not_member', { chatId }));
    return Promise.resolve({});
  }

  /** As the log does: once by id of the sender's. */
  send({ userId }: Actor, said: SendMessage) {
    const { chatId, clientMsgId } = said;
    if (this.refusal) return Promise.reject(this.refusal);
    if (!this.chatRoles.has(`${chatId} ${userId}`))
      return Promise.reject(problem('not_member', { chatId }));
    const isSame = (other: SendMessage & { readonly by: UserId }) =>
      clientMsgId !== undefined && other.by === userId && other.clientMsgId === clientMsgId;
    const at = this.said.findIndex(isSame);
    if (at < 0) this.said.push({ ...said, by: userId });
    const id = MessageId.parse(`m${at < 0 ? this.said.length - 1 : at}`);
    return Promise.resolve({ message: { id } as Message, isCreated: at < 0 });
  }

  append(_: Actor, { deeds }: { deeds: AuditDeed[] }) {
    this.deeds.push(...deeds);
    return Promise.resolve({});
  }

  changes(_: Actor, { chatId, afterRev, limit }: ListChanges) {
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve(this.#of(chatId).changes(afterRev, limit));
  }

  heads(_: Actor, { chatIds }: HeadsOf) {
    const headOf = (chatId: ChatId) => {
      const { headSeq, headRev } = this.#of(chatId);
      return { chatId, headSeq, headRev };
    };
    return Promise.resolve({ items: chatIds.map(headOf) });
  }

  slotsBehind(_: Actor, { chatId, afterSeq, limit }: SlotsBehind) {
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve({ items: this.#of(chatId).page({ afterSeq, limit }).items });
  }

  #account(userId: UserId) {
    const { username, name } = this.bots.get(userId)!;
    return Promise.resolve({ ...aProfile(userId, { role: 'bot', name }), username });
  }

  #of(chatId: ChatId): ModelChat {
    return this.chats.get(chatId)!;
  }
}

@Global()
@Module({})
class Neighbours {
  static with(paper: PaperWorkspace): DynamicModule {
    const ports = [AccessApi, AccountsApi, AuditApi, ChatLogApi, MembersApi, MessagesApi, UsersApi];
    const providers = ports.map((provide) => ({ provide, useValue: paper }));
    return { module: Neighbours, providers, exports: ports };
  }
}

@Module({})
class Root {}

interface Opening {
  readonly paper?: PaperWorkspace;
  readonly uri?: string;
  readonly clock?: ManualTime;
  readonly environment?: NodeJS.ProcessEnv;
}

/** The webhooks module on a real database; several on one database are processes side by side. */
export class WebhooksBench {
  readonly api: WebhooksApi;
  readonly incoming: IncomingWebhooksApi;

  private constructor(
    readonly app: INestApplicationContext,
    readonly paper: PaperWorkspace,
    readonly uri: string,
    readonly clock: ManualTime,
  ) {
    this.api = app.get(WebhooksApi);
    this.incoming = app.get(IncomingWebhooksApi);
  }

  static async open({
    paper = new PaperWorkspace(),
    uri = freshDatabaseUri(),
    clock = new ManualTime(),
    environment = { PARLEY_WEBHOOKS_PRIVATE: 'true' },
  }: Opening = {}): Promise<WebhooksBench> {
    const config = configFrom({ NODE_ENV: 'test', MONGODB_URI: uri, ...environment });
    const database = new MongoDatabase(uri);
    // A busy machine takes its time to answer.
    const jobs = new MongoJobQueue(database, clock, clock, { answerMs: 20_000 });
    const { close, ...ports } = await adapters({ rpcTimeoutMs: config.rpcTimeoutMs });
    const closeAll = async () => {
      await jobs.close();
      await close();
    };
    const limiter = new MemoryRateLimiter(clock);
    const all = { ...ports, limiter, database, jobs, close: closeAll, bindApi: wireChecked };
    const platform = PlatformModule.forRoot(all, config);
    platform.providers!.push({ provide: Clock, useValue: clock });
    platform.providers!.push({ provide: Ticker, useValue: clock });
    const root = { module: Root, imports: [platform, Neighbours.with(paper), WebhooksModule] };
    const app = await NestFactory.createApplicationContext(root, { abortOnError: false });
    return new WebhooksBench(app, paper, uri, clock);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A webhook of Ada's, for what `about` does not say otherwise. */
  make(
    about: Pick<NewWebhook, 'url' | 'chatIds'> & Partial<NewWebhook>,
  ): Promise<WebhookWithSecret> {
    const events = ['message.created', 'message.updated', 'message.deleted'] as const;
    const webhook = { name: 'Hook', events: [...events], ...about };
    return this.api.create(person('ada'), { webhook, origin });
  }

  /** An incoming one of Ada's, for what `about` does not say otherwise. */
  makeIncoming(
    about: Pick<NewIncomingWebhook, 'chatId'> & Partial<NewIncomingWebhook>,
  ): Promise<IncomingWebhookWithPath> {
    const webhook = { name: 'Builds', mayCallAll: false, ...about };
    return this.incoming.create(person('ada'), { webhook, origin });
  }

  /** Told as a fact, to this process. */
  tell(message: Message): Promise<void> {
    return this.app.get(EventBus).publish('message.created', message);
  }

  /** Of what another process has told. */
  hearOfWebhooks(): Promise<void> {
    return this.app.get(WebhookBook).refresh();
  }

  /** Whether nobody is at anything: time may pass. */
  async isIdle(): Promise<boolean> {
    const lanes = this.app.get(Database).connection.collection('webhook_lanes');
    return (await lanes.countDocuments({ owner: { $exists: true } })) === 0;
  }

  /** Nothing that it does about lanes is stored from now on. */
  die(): void {
    const lanes = this.app.get(LanesRepository);
    const dead = () => Promise.reject(new Error('It has died'));
    Object.assign(lanes, { claim: dead, due: dead, reach: dead, release: dead, rest: dead });
  }

  /** As it is every few minutes, and at the start. */
  catchUp(): Promise<void> {
    return this.app.get(WebhookFeed).catchUp();
  }
}
