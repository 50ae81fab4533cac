import {
  problem,
  SessionId,
  StatsApi,
  UserId,
  type Actor,
  type CallsApi,
  type ChatKeepingApi,
  type FilesApi,
  type UsersApi,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import {
  adapters,
  PermissionGate,
  type Adapters,
  type Denials,
  type JobQueue,
} from '@app/platform';
import { freshDatabaseUri, ManualTime, wireChecked } from '@app/platform/testing';

import { Census } from './census.js';
import { DayTotalsRepository } from './day-totals.repository.js';
import { ModuleTotals } from './module-totals.js';
import { StatsService } from './stats.service.js';

const dayMs = 86_400_000;
const admin: Actor = {
  userId: UserId.parse('olga'),
  sessionId: SessionId.parse('olga'),
  role: 'member',
};

describe('StatsService', () => {
  let ports: Adapters;
  let time: ManualTime;
  /** What there is. */
  let world: { messages: number; bytes: number; calls: number; isFilesAway: boolean };
  let repository: DayTotalsRepository;
  let role: 'admin' | 'moderator';

  beforeEach(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    time = new ManualTime('2026-01-31T12:00:00.000Z');
    world = { messages: 40, bytes: 1000, calls: 3, isFilesAway: false };
    role = 'admin';
    repository = new DayTotalsRepository(ports.database!);
    await ports.database!.open();
  });

  afterEach(() => ports.close());

  const users: Pick<UsersApi, 'profile' | 'totals'> = {
    profile: () => Promise.resolve({ ...aProfile('olga'), role }),
    totals: () => Promise.resolve({ total: 3, active: 2, suspended: 1, bots: 1 }),
  };
  const chats: Pick<ChatKeepingApi, 'totals'> = {
    totals: () =>
      Promise.resolve({ directChats: 1, groups: 1, channels: 1, messages: world.messages }),
  };
  const files: Pick<FilesApi, 'totals'> = {
    totals: () =>
      world.isFilesAway
        ? Promise.reject(problem('service_unavailable', { service: 'files' }))
        : Promise.resolve({ bytes: world.bytes, limitBytes: null }),
  };
  const calls: Pick<CallsApi, 'totals'> = {
    totals: () => Promise.resolve({ calls: world.calls }),
  };

  /** A process that counts: of several, each has its own. */
  function aCounter() {
    const denials: Pick<Denials, 'of'> = { of: () => Promise.resolve(problem('forbidden')) };
    const gate = new PermissionGate(users as UsersApi, denials as Denials);
    const totals = new ModuleTotals(
      users as UsersApi,
      chats as ChatKeepingApi,
      files as FilesApi,
      calls as CallsApi,
    );
    const census = new Census(totals, repository, {} as JobQueue, time);
    const api = wireChecked(StatsApi, new StatsService(gate, census, repository, time));
    return { census, get: (days: number) => api.get(admin, { days }) };
  }

  it('tells how much there is, and what today has brought since the first count', async () => {
    const { census, get } = aCounter();
    await census.count();
    Object.assign(world, { messages: 42, calls: 4, bytes: 1500 });
    expect(await get(2)).toEqual({
      users: { total: 3, active: 2, suspended: 1, bots: 1 },
      chats: { directChats: 1, groups: 1, channels: 1, messages: 42 },
      storage: { bytes: 1500, limitBytes: null },
      calls: { calls: 4 },
      away: [],
      days: [
        { day: '2026-01-30' },
        { day: '2026-01-31', users: 3, storageBytes: 1500, messages: 2, calls: 1 },
      ],
    });
  });

  it('counts nothing twice, whoever counts and how often', async () => {
    const [one, two] = [aCounter(), aCounter()];
    await Promise.all([one.census.count(), two.census.count()]);
    world.messages = 45;
    await Promise.all([one.census.count(), two.census.count(), one.get(1), two.get(1)]);
    // Another process that has just begun knows the same.
    expect((await aCounter().get(1)).days).toMatchObject([{ messages: 5 }]);
    time.pass(dayMs);
    world.messages = 52;
    expect((await aCounter().get(2)).days).toMatchObject([{ messages: 5 }, { messages: 7 }]);
  });

  it('leaves out what does not answer, and makes up for it when it is back', async () => {
    const { census, get } = aCounter();
    await census.count();
    world.isFilesAway = true;
    time.pass(dayMs);
    const found = await get(2);
    expect(found).toMatchObject({ away: ['storage'], chats: { messages: 40 } });
    expect(found).not.toHaveProperty('storage');
    expect(found.days[0]).toMatchObject({ storageBytes: 1000 });
    expect(found.days[1]).not.toHaveProperty('storageBytes');
    world.isFilesAway = false;
    expect((await get(1)).days).toMatchObject([{ storageBytes: 1000, messages: 0 }]);
  });

  it('looks back as far as it is asked to, and no farther', async () => {
    const { census, get } = aCounter();
    await census.count();
    time.pass(365 * dayMs);
    const { days } = await get(366);
    expect(days).toHaveLength(366);
    expect(days[0]).toMatchObject({ day: '2026-01-31', messages: 0 });
    expect(days[1]).toEqual({ day: '2026-02-01' });
  });

  it('is for those who run the workspace', async () => {
    role = 'moderator';
    await expect(aCounter().get(1)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
