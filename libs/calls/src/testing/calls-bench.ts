import {
  ChatId,
  DeviceId,
  SessionId,
  UserId,
  type Access,
  type AccessApi,
  type Actor,
  type AppendCall,
  type Call,
  type ChatRole,
  type ChatLogApi,
  type ChatsApi,
  type MembersApi,
  type Message,
  problem,
  type Room,
  type ServerEventName,
  type UsersApi,
  type WorkspaceRole,
} from '@app/contracts';
import {
  configFrom,
  UlidGenerator,
  type RealtimePublisher,
  type Replicas,
  type Ticker,
} from '@app/platform';
import {
  InProcessEventBus,
  ManualTime,
  MemoryRateLimiter,
  MongoDatabase,
} from '@app/platform/testing';
import { CallAdmission } from '../call-admission.js';
import { CallClaimsRepository } from '../call-claims.repository.js';
import { CallClock } from '../call-clock.js';
import { CallControlsService } from '../call-controls.service.js';
import { CallDesk } from '../call-desk.js';
import { CallDoors } from '../call-doors.js';
import { CallEntriesRepository } from '../call-entries.repository.js';
import { CallEvictions } from '../call-evictions.js';
import { CallHerald } from '../call-herald.js';
import { CallLogbook } from '../call-logbook.js';
import { CallStart } from '../call-start.js';
import { CallWays } from '../call-ways.js';
import { CallsRepository } from '../calls.repository.js';
import { CallsService } from '../calls.service.js';
import { FakeMediaEngine } from '../media/fake/fake-media-engine.js';
import { Placement } from '../placement/placement.js';
import { CallRooms } from '../room/call-rooms.js';
import { SfuService } from '../sfu.service.js';

/** Somebody, on a device of theirs. */
export interface Caller {
  readonly actor: Actor;
  readonly deviceId: DeviceId;
}

export function caller(name: string, device = `${name}-1`): Caller {
  const sessionId = SessionId.parse(`session-${device}`);
  const actor: Actor = { userId: UserId.parse(name), sessionId, role: 'member' };
  return { actor, deviceId: DeviceId.parse(device) };
}

/** The log of chats, which can be away, or slow. */
class PaperLog {
  readonly told: AppendCall['call'][] = [];
  isAway = false;
  /** Nothing is written before that. */
  gate: Promise<unknown> = Promise.resolve();

  async appendCall(_: Actor, { call }: AppendCall): Promise<Message> {
    if (this.isAway) throw new Error('away');
    await this.gate;
    if (!this.told.some(({ callId }) => callId === call.callId)) this.told.push(call);
    return {} as Message;
  }
}

/** Who blocks whom: `ada ben`. */
class PaperPeople {
  readonly blocks = new Set<string>();
  /** Who is more than a member of the workspace now. */
  readonly roles = new Map<UserId, WorkspaceRole>();
  /** Who may not write, and before when. */
  readonly mutes = new Map<UserId, string>();

  profile(_: Actor, { userId }: { userId: UserId }) {
    const role = this.roles.get(userId) ?? 'member';
    return Promise.resolve({ id: userId, role, mutedUntil: this.mutes.get(userId) });
  }

  blockedBetween({ userId }: Actor, { userIds }: { userIds: UserId[] }) {
    return Promise.resolve({ userIds: userIds.filter((other) => this.isBlocked(userId, other)) });
  }

  isBlocked(one: UserId, other: UserId): boolean {
    return this.blocks.has(`${one} ${other}`) || this.blocks.has(`${other} ${one}`);
  }

  lookUp(_: Actor, { userIds }: { userIds: UserId[] }) {
    return Promise.resolve({ items: userIds.map((id) => ({ id })) });
  }
}

/** What is said, by whichever process. */
class Ear implements Pick<RealtimePublisher, 'publish'> {
  readonly said: {
    readonly room: Room;
    readonly event: ServerEventName;
    readonly payload: unknown;
  }[] = [];

  publish(room: Room, event: ServerEventName, payload: unknown): void {
    this.said.push({ room, event, payload });
  }
}

/** Looks when it is told to. */
class StillTicker implements Ticker {
  every(): () => void {
    return () => undefined;
  }
}

/** Those of a bench can all be asked, until one of them is `lost`. */
class PaperReplicas {
  readonly lost = new Set<string>();
  readonly #all = new Set<string>();

  another(): Replicas {
    const own = `replica ${this.#all.size + 1}`;
    this.#all.add(own);
    return { own, has: (id) => this.#all.has(id) && !this.lost.has(id) };
  }
}

/** Several processes of the calls service over one database, in a time that stands still. */
export class CallsBench {
  readonly time = new ManualTime();
  readonly log = new PaperLog();
  readonly ear = new Ear();
  readonly facts = new InProcessEventBus();
  readonly replicas = new PaperReplicas();
  readonly people = new PaperPeople();
  /** Who is more than a member of all groups. */
  readonly roles = new Map<UserId, ChatRole>();
  /** Who has left all groups. */
  readonly gone = new Set<UserId>();
  readonly deleted = new Set<ChatId>();
  readonly limiter = new MemoryRateLimiter(this.time);
  /** The other modules, which are processes away. */
  readonly neighbours = this.#neighbours();
  readonly #databases: MongoDatabase[] = [];
  /** Those that were asked for: which ones there are, only their names tell. */
  readonly #chats = new Set<ChatId>();

  /** A process. `clock`, `rooms`: what they do every now and then; by `ticker` rooms do it. */
  async process(uri: string, ticker: Ticker = new StillTicker()) {
    const database = new MongoDatabase(uri);
    this.#databases.push(database);
    const { time, log, ear } = this;
    const calls = new CallsRepository(database);
    const claims = new CallClaimsRepository(database, calls, time);
    const entries = new CallEntriesRepository(database);
    await database.open();
    const logbook = new CallLogbook(log as unknown as ChatLogApi, calls);
    const publisher = ear as unknown as RealtimePublisher;
    const herald = new CallHerald(publisher, this.facts);
    const desk = new CallDesk(calls, claims, entries, herald, logbook, time);
    const { access, chats, members } = this.neighbours;
    const users = this.people as unknown as UsersApi;
    const admission = new CallAdmission(
      access,
      chats,
      members,
      users,
      this.limiter,
      configFrom({ PARLEY_CALLS_BURST: '1000' }),
    );
    const start = new CallStart(admission, desk, claims, new UlidGenerator(), time);
    new CallEvictions(claims, desk, users, access, this.facts).onModuleInit();
    const engine = new FakeMediaEngine();
    const replicas = this.replicas.another();
    const placement = new Placement(desk, replicas, time);
    const rooms = new CallRooms(calls, desk, placement, engine, publisher, ticker);
    rooms.onModuleInit();
    const ways = new CallWays(calls, desk, rooms, admission, claims, publisher);
    const doors = new CallDoors(access, users, calls, claims, time);
    const service = new CallsService(start, ways, doors, desk, calls, entries);
    const sfu = new SfuService(rooms);
    const controls = new CallControlsService(desk, calls, access, users, admission);
    const clock = new CallClock(calls, desk, time, time);
    return { service, controls, clock, calls, rooms, sfu, engine, replicas };
  }

  async close(): Promise<void> {
    await this.facts.close();
    await Promise.all(this.#databases.map((database) => database.close()));
  }

  #neighbours() {
    const membersOf = (chatId: ChatId) =>
      peopleOf(chatId).filter((userId) => !this.gone.has(userId));
    const isIn = (userId: UserId, chatId: ChatId) =>
      (kindOf(chatId) === 'direct' ? peopleOf(chatId) : membersOf(chatId)).includes(userId);
    const access = {
      chatIds: ({ userId }: Actor) =>
        Promise.resolve({ chatIds: [...this.#chats].filter((chatId) => isIn(userId, chatId)) }),
      of: ({ userId }: Actor, { chatId }: { chatId: ChatId }) => {
        const kind = kindOf(chatId);
        if (this.deleted.has(chatId)) return Promise.reject(problem('not_found'));
        if (!isIn(userId, chatId)) return Promise.reject(problem('not_member', { chatId }));
        const role = this.roles.get(userId) ?? 'member';
        const other = peopleOf(chatId).find((name) => name !== userId)!;
        const isBlocked = kind === 'direct' && this.people.isBlocked(userId, other);
        const mutedUntil = this.people.mutes.get(userId);
        const traits = { role, isBlocked, postPolicy: 'everyone', mutedUntil };
        return Promise.resolve({ chatId, kind, ...traits } as Access);
      },
    };
    const chats = {
      get: ({ userId }: Actor, { chatId }: { chatId: ChatId }) => {
        this.#chats.add(chatId);
        const people = peopleOf(chatId);
        const peer = people.length > 2 ? undefined : people.find((name) => name !== userId);
        const memberCount = people.length;
        return Promise.resolve({ id: chatId, memberCount, ...(peer && { peer: { id: peer } }) });
      },
    };
    const members = {
      list: (_: Actor, { chatId }: { chatId: ChatId }) =>
        Promise.resolve({ items: membersOf(chatId).map((id) => ({ user: { id } })) }),
    };
    return {
      access: access as unknown as AccessApi,
      chats: chats as unknown as ChatsApi,
      members: members as unknown as MembersApi,
    };
  }
}

/** A chat is named by its people: `ada_ben` of two, `ada_ben_eve` a group. */
export const chatOf = (...names: readonly string[]): ChatId => ChatId.parse(names.join('_'));

const kindOf = (chatId: ChatId) => (peopleOf(chatId).length > 2 ? 'group' : 'direct');

const peopleOf = (chatId: ChatId): UserId[] => chatId.split('_').map((name) => UserId.parse(name));

export const stateOf = ({ state, reason }: Call) => reason ?? state;
