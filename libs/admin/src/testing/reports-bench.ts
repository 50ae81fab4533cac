import {
  ChatId,
  ClientMsgId,
  MessageId,
  problem,
  ReportsApi,
  SessionId,
  UserId,
  type Actor,
  type AdminApi,
  type ChatLogApi,
  type Message,
  type MessagesApi,
  type Report,
  type UsersApi,
  type WorkspaceRole,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { adapters, Denials, PermissionGate, UlidGenerator, type Adapters } from '@app/platform';
import { freshDatabaseUri, HeardDeeds, ManualTime, wireChecked } from '@app/platform/testing';
import type { Moderation } from '../people/moderation.js';
import { ReportActs } from '../reports/report-acts.js';
import { ReportDesk } from '../reports/report-desk.js';
import { ReportsRepository } from '../reports/reports.repository.js';
import { ReportsService } from '../reports/reports.service.js';

/** The reports on a real database, called over a wire, among people who all see all messages. */
export class ReportsBench {
  readonly reports: ReportsApi;
  readonly deeds: HeardDeeds;
  readonly messages = new Map<string, Message>();
  /** What was asked of other modules: `erase m1`, `suspended bob`. */
  readonly asked: string[] = [];
  /** Thrown by the next of them. */
  failure: Error | undefined;
  /** What happens while a message is erased. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  /** Who is suspended. */
  readonly suspended = new Set<string>();
  readonly #roles = new Map<string, WorkspaceRole>();

  private constructor(readonly ports: Adapters) {
    // Ahead of the engine's own clock, which forgets what has expired.
    const time = new ManualTime('2090-01-01T00:00:00.000Z');
    const repository = new ReportsRepository(ports.database!);
    this.deeds = new HeardDeeds('admin', ports.database!, time);
    const users = this.#users as UsersApi;
    const { outbox } = this.deeds;
    const gate = new PermissionGate(users, new Denials(outbox, ports.limiter));
    const [admin, log] = [this.#admin as AdminApi, this.#log as ChatLogApi];
    const acts = new ReportActs(admin, this.#moderation as Moderation, log);
    const desk = new ReportDesk(gate, repository, acts, outbox, time);
    const ids = new UlidGenerator();
    const messages = this.#messages as MessagesApi;
    const service = new ReportsService(messages, users, repository, desk, ids, time);
    this.reports = wireChecked(ReportsApi, service);
  }

  static async open(): Promise<ReportsBench> {
    const bench = new ReportsBench(await adapters({ mongodbUri: freshDatabaseUri() }));
    await bench.ports.database!.open();
    bench.deeds.outbox.onApplicationBootstrap();
    return bench;
  }

  async close(): Promise<void> {
    await this.deeds.outbox.onApplicationShutdown();
    await this.ports.close();
  }

  actor(name: string, role: WorkspaceRole = 'member'): Actor {
    this.#roles.set(name, role);
    return { userId: UserId.parse(name), sessionId: SessionId.parse(name), role: 'member' };
  }

  said(id: string, by: Actor, text: string): Message {
    const message: Message = {
      id: MessageId.parse(id),
      chatId: ChatId.parse('c1'),
      seq: 1,
      rev: 1,
      senderId: by.userId,
      clientMsgId: ClientMsgId.parse(id),
      kind: 'text',
      text,
      version: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    this.messages.set(id, message);
    return message;
  }

  /** The reports that are open, or closed. */
  async all(by: Actor, state: Report['state'] = 'open'): Promise<Report[]> {
    return (await this.reports.list(by, { state, limit: 50 })).items;
  }

  readonly #users: Pick<UsersApi, 'get' | 'profile'> = {
    get: (actor, { userId }) => this.#users.profile(actor, { userId }),
    profile: (_, { userId }) => {
      const role = this.#roles.get(userId);
      const isOut = this.suspended.has(userId) && { isDeactivated: true as const };
      const profile = role && { ...aProfile(userId), id: userId, role, ...isOut };
      return profile ? Promise.resolve(profile) : Promise.reject(problem('not_found'));
    },
  };

  readonly #messages: Pick<MessagesApi, 'item'> = {
    item: (_, { messageId }) => {
      const found = this.messages.get(messageId);
      return found ? Promise.resolve(found) : Promise.reject(problem('not_found'));
    },
  };

  readonly #log: Pick<ChatLogApi, 'erase'> = {
    erase: async ({ userId }, { messageId }) => {
      await this.meanwhile();
      this.#ask(`${userId} erased ${messageId}`);
      return this.messages.get(messageId)!;
    },
  };

  readonly #admin: Pick<AdminApi, 'changeUser'> = {
    changeUser: (actor, { userId, patch: { state, reason } }) => {
      this.#ask(`${actor.userId} ${state} ${userId}: ${reason}`);
      const { settings: _s, ...account } = { ...aProfile(userId), id: userId };
      return Promise.resolve(account);
    },
  };

  readonly #moderation: Pick<Moderation, 'warn' | 'mute'> = {
    warn: (actor, { userId, reason }) => {
      this.#ask(`${actor.userId} warned ${userId}: ${reason}`);
      return Promise.resolve();
    },
    mute: (actor, { userId, until, reason }) => {
      this.#ask(`${actor.userId} muted ${userId} until ${until}: ${reason}`);
      return Promise.resolve();
    },
  };

  #ask(what: string): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
    this.asked.push(what);
  }
}
