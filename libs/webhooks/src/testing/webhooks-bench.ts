import {
  AccessApi,
  AuditApi,
  ChatId,
  ChatLogApi,
  problem,
  SessionId,
  UserId,
  UsersApi,
  WebhooksApi,
  type AccessQuery,
  type Actor,
  type AuditDeed,
  type ChatRole,
  type HeadsOf,
  type ListChanges,
  type Message,
  type NewWebhook,
  type Origin,
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
    return Promise.resolve(aProfile(userId, { role: this.roles.get(userId) ?? 'admin' }));
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

  #of(chatId: ChatId): ModelChat {
    return this.chats.get(chatId)!;
  }
}

@Global()
@Module({})
class Neighbours {
  static with(paper: PaperWorkspace): DynamicModule {
    const ports = [AccessApi, AuditApi, ChatLogApi, UsersApi];
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

  private constructor(
    readonly app: INestApplicationContext,
    readonly paper: PaperWorkspace,
    readonly uri: string,
    readonly clock: ManualTime,
  ) {
    this.api = app.get(WebhooksApi);
  }

  static async open({
    paper = new PaperWorkspace(),
    uri = freshDatabaseUri(),
    clock = new ManualTime(),
    environment = { PARLEY_WEBHOOKS_PRIVATE: 'true' },
  }: Opening = {}): Promise<WebhooksBench> {
    const config = configFrom({ NODE_ENV: 'test', MONGODB_URI: uri, ...environment });
    const database = new MongoDatabase(uri);
    const jobs = new MongoJobQueue(database, clock, clock);
    const { close, ...ports } = await adapters({ rpcTimeoutMs: config.rpcTimeoutMs });
    const closeAll = async () => {
      await jobs.close();
      await close();
    };
    const all = { ...ports, database, jobs, close: closeAll, bindApi: wireChecked };
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
