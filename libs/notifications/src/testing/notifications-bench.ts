import {
  AudienceApi,
  ChatLogApi,
  MessagesApi,
  NotificationsApi,
  SessionId,
  serverEvents,
  UserId,
  userRoom,
  SettingsApi,
  UsersApi,
  type Actor,
  type ChatId,
  type Fact,
  type FactName,
  type Message,
  type Notification,
  type Room,
  type ServerEvent,
  type ServerEventName,
} from '@app/contracts';
import {
  adapters,
  Clock,
  configFrom,
  EventBus,
  PlatformModule,
  PresenceStore,
  SystemClock,
  type Adapters,
  type Config,
  type RealtimePublisher,
  type Ticker,
} from '@app/platform';
import {
  eventually,
  freshDatabaseUri,
  ManualTime,
  MongoDatabase,
  MongoJobQueue,
  wireChecked,
  SetSettings,
  SystemTicker,
} from '@app/platform/testing';
import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NotificationsModule } from '../notifications.module.js';
import { PushDevicesRepository } from '../push/push-devices.repository.js';
import { ChatPlaces } from '../telling/chat-places.js';
import { ReadFeed } from '../telling/read-feed.js';
import { PaperChats } from './paper-chat.js';

/** What devices heard, in order, checked against its schema. */
class HeardEvents implements Pick<RealtimePublisher, 'publish'> {
  readonly #heard: { room: Room; event: ServerEventName; payload: unknown }[] = [];

  publish<N extends ServerEventName>(room: Room, event: N, payload: ServerEvent<N>): void {
    const parsed = serverEvents[event].parse(JSON.parse(JSON.stringify(payload)));
    this.#heard.push({ room, event, payload: parsed });
  }

  /** How much of their list is unread, as their devices heard it last. */
  badgeOf(userId: UserId): number | undefined {
    const room = userRoom(userId);
    const heard = this.#heard.filter((one) => one.room === room).map(({ payload }) => payload);
    return heard
      .map((payload) => (payload as { unread?: number }).unread)
      .findLast(Number.isInteger);
  }

  by<N extends ServerEventName>(userId: UserId, event: N): ServerEvent<N>[] {
    return this.#heard.flatMap((one) =>
      one.room === userRoom(userId) && one.event === event ? [one.payload as ServerEvent<N>] : [],
    );
  }
}

@Global()
@Module({})
class Neighbours {
  static with(chats: PaperChats): DynamicModule {
    const ports = [AudienceApi, ChatLogApi, MessagesApi, UsersApi];
    const providers = [
      ...ports.map((provide) => ({ provide, useValue: chats })),
      { provide: SettingsApi, useValue: new SetSettings() },
    ];
    return { module: Neighbours, providers, exports: [...ports, SettingsApi] };
  }
}

@Module({})
class Root {}

type Subscription = Parameters<EventBus['subscribe']>[0];

/** The handlers of a process, to be called by hand: its facts come when the test says so. */
class Handlers {
  readonly #all: Subscription[] = [];

  constructor(eventBus: EventBus) {
    const subscribe = eventBus.subscribe.bind(eventBus);
    eventBus.subscribe = (subscription) => {
      this.#all.push(subscription);
      subscribe(subscription);
    };
  }

  async handle<N extends FactName>(name: N, fact: Fact<N>): Promise<void> {
    for (const one of this.#all) if (one.name === name) await one.handle(fact);
  }
}

type MakePorts = (config: Config) => Promise<Adapters>;

interface Opening {
  readonly chats?: PaperChats;
  readonly uri?: string;
  readonly clock?: ManualTime;
  /** Settings beside those that all tests have. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly makePorts?: MakePorts;
}

/** Jobs become due by this time, which may be the test's: what waits for long is not waited for. */
export const jobsBy =
  (clock: Clock, ticker: Ticker): MakePorts =>
  async ({ mongodbUri, rpcTimeoutMs }) => {
    const ports = await adapters({ rpcTimeoutMs });
    const database = new MongoDatabase(mongodbUri!);
    // A busy machine takes its time to answer; what it seems to refuse is told again much later.
    const jobs = new MongoJobQueue(database, clock, ticker, { answerMs: 20_000 });
    const close = async () => {
      await jobs.close();
      await ports.close();
    };
    return { ...ports, database, jobs, close };
  };

export const person = (name: string): Actor => ({
  userId: UserId.parse(name),
  sessionId: SessionId.parse(`session-of-${name}`),
  role: 'member',
});

/** The notifications module on a real database, its neighbours on paper. */
export class NotificationsBench {
  readonly api: NotificationsApi;

  private constructor(
    readonly app: INestApplicationContext,
    readonly chats: PaperChats,
    readonly uri: string,
    readonly clock: ManualTime,
    readonly ears: { readonly heard: HeardEvents; readonly handlers: Handlers },
  ) {
    this.api = app.get(NotificationsApi);
  }

  get heard(): HeardEvents {
    return this.ears.heard;
  }

  /** Several on one database are processes, one after the other or side by side. */
  static async open({
    chats = new PaperChats(),
    uri = freshDatabaseUri(),
    // The time of the messages that builders make.
    clock = new ManualTime('2026-03-02T11:00:01.000Z'),
    environment = {},
    makePorts = jobsBy(new SystemClock(), new SystemTicker()),
  }: Opening = {}): Promise<NotificationsBench> {
    const config = configFrom({
      NODE_ENV: 'test',
      MONGODB_URI: uri,
      JWT_SECRET: 's'.repeat(32),
      PARLEY_VAPID_KEY: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
      PARLEY_PUSH_PRIVATE: 'true',
      ...environment,
    });
    const heard = new HeardEvents();
    const publisher = heard as unknown as RealtimePublisher;
    const ports = { ...(await makePorts(config)), publisher, bindApi: wireChecked };
    const platform = PlatformModule.forRoot(ports, config);
    const handlers = new Handlers(ports.eventBus);
    const root = {
      module: Root,
      imports: [platform, Neighbours.with(chats), NotificationsModule],
    };
    // The platform's own clock, under the name by which all ask for it.
    platform.providers!.push({ provide: Clock, useValue: clock });
    const app = await NestFactory.createApplicationContext(root, { abortOnError: false });
    return new NotificationsBench(app, chats, uri, clock, { heard, handlers });
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** What is told from now on is told, and no place of it is stored: as a crash would have it. */
  async losePlaces(): Promise<void> {
    const places = this.app.get(ChatPlaces);
    await places.flush();
    places.reach = () => undefined;
  }

  get presence(): PresenceStore {
    return this.app.get(PresenceStore);
  }

  /** Said in the log, and told as a fact. */
  async say(chatId: ChatId, from: string, text: string, about: Partial<Message> = {}) {
    const message = this.chats.say(chatId, from, { text, ...about });
    await this.tell(message);
    return message;
  }

  tell(message: Message): Promise<void> {
    return this.app.get(EventBus).publish('message.created', message);
  }

  publish<N extends FactName>(name: N, fact: Fact<N>): Promise<void> {
    return this.app.get(EventBus).publish(name, fact);
  }

  /** This process is told a fact, and no other is; resolves when it is handled. */
  deliver<N extends FactName>(name: N, fact: Fact<N>): Promise<void> {
    return this.ears.handlers.handle(name, fact);
  }

  async change(message: Message, about: Partial<Message>): Promise<Message> {
    const changed = this.chats.change(message, about);
    await this.app.get(EventBus).publish('message.changed', changed);
    return changed;
  }

  async read(chatId: ChatId, name: string, lastReadSeq: number): Promise<void> {
    this.chats.read(chatId, name, lastReadSeq);
    const items = [{ chatId, userId: UserId.parse(name), lastReadSeq }];
    await this.app.get(EventBus).publish('chat.read', { items });
  }

  /** How many of their devices are pushed to. */
  async devicesOf(name: string): Promise<number> {
    return (await this.app.get(PushDevicesRepository).of(UserId.parse(name))).length;
  }

  endSessionOf(name: string): Promise<void> {
    const { userId, sessionId } = person(name);
    return this.app.get(EventBus).publish('session.revoked', { userId, sessionIds: [sessionId] });
  }

  /** Marks of authors that wait are told. */
  settle(): Promise<void> {
    return this.app.get(ReadFeed).flush();
  }

  async list(name: string): Promise<Notification[]> {
    return (await this.api.list(person(name), { limit: 100 })).items;
  }

  /** Once somebody's list reads so: `<kind> of <seq> by <who>`, the newest first. */
  async expectList(name: string, expected: readonly string[]): Promise<Notification[]> {
    return eventually(async () => {
      const items = await this.list(name);
      expect(items.map(({ kind, seq, fromId }) => `${kind} of ${seq} by ${fromId}`)).toEqual(
        expected,
      );
      return items;
    });
  }
}
