import { SessionId, UserId, UsersApi, type Actor, type Fact, type FactName } from '@app/contracts';
import { adapters, SystemClock, type Adapters } from '@app/platform';
import { freshDatabaseUri, wireChecked } from '@app/platform/testing';
import { OwnershipRepository } from '../ownership.repository.js';
import { UsersRepository } from '../users.repository.js';
import { UsersService } from '../users.service.js';

/** The users module on a database of its own, called over a wire. */
export class UsersBench {
  readonly facts: { name: FactName; fact: unknown }[] = [];

  private constructor(
    readonly users: UsersApi,
    readonly repository: UsersRepository,
    readonly ports: Adapters,
  ) {
    for (const name of ['user.created', 'user.updated', 'user.blocked'] as const) {
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
    const clock = new SystemClock();
    const service = new UsersService(repository, ownership, presence, eventBus, publisher, clock);
    await database.open();
    return new UsersBench(wireChecked(UsersApi, service), repository, ports);
  }

  close(): Promise<void> {
    return this.ports.close();
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
