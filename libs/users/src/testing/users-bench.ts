import {
  AccountsApi,
  SessionId,
  UserId,
  UsersApi,
  type Actor,
  type Fact,
  type FactName,
} from '@app/contracts';
import {
  adapters,
  Denials,
  PermissionGate,
  SystemClock,
  UlidGenerator,
  type Adapters,
} from '@app/platform';
import { freshDatabaseUri, HeardDeeds, ManualTime, wireChecked } from '@app/platform/testing';
import { AccountsService } from '../accounts.service.js';
import { BotMaker } from '../bot-maker.js';
import { ChangesOfOthers } from '../changes-of-others.js';
import { MutesOfOthers } from '../mutes-of-others.js';
import { OwnershipRepository } from '../ownership.repository.js';
import { PersonViews } from '../person-views.js';
import { UsersRepository } from '../users.repository.js';
import { UsersService } from '../users.service.js';

/** The users module on a database of its own, called over a wire. */
export class UsersBench {
  readonly facts: { name: FactName; fact: unknown }[] = [];

  private constructor(
    readonly users: UsersApi,
    readonly accounts: AccountsApi,
    readonly deeds: HeardDeeds,
    readonly repository: UsersRepository,
    readonly ports: Adapters,
  ) {
    const names = ['user.created', 'user.updated', 'user.blocked', 'user.muted'] as const;
    for (const name of names) {
      const handle = (fact: Fact<typeof name>) => void this.facts.push({ name, fact });
      ports.eventBus.subscribe({ module: 'test', name, handle });
    }
  }

  static async open(): Promise<UsersBench> {
    const ports = await adapters({ redisUrl: undefined, mongodbUri: freshDatabaseUri() });
    const database = ports.database!;
    const repository = new UsersRepository(database);
    const ownership = new OwnershipRepository(database);
    const { presence, eventBus, publisher } = ports;
    const deeds = new HeardDeeds('users', database, new ManualTime());
    const views = new PersonViews(presence, eventBus, publisher);
    const denials = new Denials(deeds.outbox, ports.limiter);
    const changes = new ChangesOfOthers(repository, views, deeds.outbox, denials);
    const clock = new SystemClock();
    const users = new UsersService(repository, ownership, views, changes, eventBus, clock);
    const gate = new PermissionGate(users, denials);
    const bots = new BotMaker(repository, views, deeds.outbox, new UlidGenerator(), clock);
    const mutes = new MutesOfOthers(gate, repository, eventBus, deeds.outbox, clock);
    const accounts = new AccountsService(gate, repository, views, changes, mutes, bots);
    await database.open();
    deeds.outbox.onApplicationBootstrap();
    return new UsersBench(
      wireChecked(UsersApi, users),
      wireChecked(AccountsApi, accounts),
      deeds,
      repository,
      ports,
    );
  }

  async close(): Promise<void> {
    await this.deeds.outbox.onApplicationShutdown();
    await this.ports.close();
  }

  /** Somebody who has just registered. The first one is the workspace's owner. */
  async person(username: string, name = username): Promise<Actor> {
    const actor = actorOf(username);
    const email = `${username}@parley.example`;
    const { userId } = actor;
    const { role } = await this.users.create(actor, { userId, username, name, email });
    return { ...actor, role };
  }

  /** Somebody with another role in the workspace. */
  async personWith(role: Actor['role'], username: string, by: Actor): Promise<Actor> {
    const actor = await this.person(username);
    await this.users.update(by, { userId: actor.userId, patch: { role } });
    return { ...actor, role };
  }
}

/** An actor whose id is made of the name: `u-ada`. */
export function actorOf(username: string): Actor {
  const name = username.replaceAll('.', '_');
  const sessionId = SessionId.parse(`s-${name}`);
  return { userId: UserId.parse(`u-${name}`), sessionId, role: 'member' };
}
