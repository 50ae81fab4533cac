import {
  AuditApi,
  problem,
  SessionId,
  UserId,
  type Actor,
  type AuditDeed,
  type UsersApi,
  type WorkspaceRole,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { adapters, Denials, PermissionGate, UlidGenerator, type Adapters } from '@app/platform';
import { freshDatabaseUri, HeardDeeds, ManualTime, wireChecked } from '@app/platform/testing';
import { AuditLog } from '../audit/audit-log.js';
import { AuditService } from '../audit/audit.service.js';
import { EntriesRepository } from '../audit/entries.repository.js';

const ids = new UlidGenerator();

/** The audit log on a real database, called over a wire. */
export class AuditBench {
  readonly audit: AuditApi;
  readonly deeds: HeardDeeds;
  /** What writes entries, whether they are true or not. */
  readonly store: EntriesRepository;
  /** What people are now: `Map<user, role>`. */
  readonly roles = new Map<string, WorkspaceRole>();
  /** Who is suspended. */
  readonly suspended = new Set<string>();

  private constructor(
    readonly ports: Adapters,
    readonly uri: string,
  ) {
    const entries = new EntriesRepository(ports.database!);
    this.store = entries;
    this.deeds = new HeardDeeds('admin', ports.database!, new ManualTime());
    const gate = new PermissionGate(
      this.#users as UsersApi,
      new Denials(this.deeds.outbox, ports.limiter),
    );
    const log = new AuditLog(entries);
    const service = new AuditService(gate, log, entries, this.deeds.outbox);
    this.audit = wireChecked(AuditApi, service);
  }

  /** `uri`: of a log that others write, too. */
  static async open(uri = freshDatabaseUri()): Promise<AuditBench> {
    const bench = new AuditBench(await adapters({ mongodbUri: uri }), uri);
    await bench.ports.database!.open();
    bench.deeds.outbox.onApplicationBootstrap();
    return bench;
  }

  async close(): Promise<void> {
    await this.deeds.outbox.onApplicationShutdown();
    await this.ports.close();
  }

  /** Somebody of this role; their token says that they are a member. */
  actor(name: string, role: WorkspaceRole): Actor {
    this.roles.set(name, role);
    return { userId: UserId.parse(name), sessionId: SessionId.parse(name), role: 'member' };
  }

  async append(...deeds: AuditDeed[]): Promise<void> {
    await this.audit.append(this.actor('some-module', 'bot'), { deeds });
  }

  /** Does what somebody does to the log who has got into the database. */
  get entries() {
    return this.ports.database!.connection.collection('audit_entries');
  }

  readonly #users: Pick<UsersApi, 'profile'> = {
    profile: (_, { userId }) => {
      const role = this.roles.get(userId);
      const isOut = this.suspended.has(userId) && { isDeactivated: true as const };
      const profile = role && { ...aProfile(userId), id: userId, role, ...isOut };
      return profile ? Promise.resolve(profile) : Promise.reject(problem('not_found'));
    },
  };
}

/** A deed that differs from others by its id, and by what is given. */
export function aDeed(traits: Partial<AuditDeed> = {}): AuditDeed {
  return {
    id: ids.next(),
    at: '2026-01-01T00:00:00.000Z',
    action: 'session.opened',
    outcome: 'done',
    actor: { id: UserId.parse('ada'), role: 'member' },
    ...traits,
  };
}
