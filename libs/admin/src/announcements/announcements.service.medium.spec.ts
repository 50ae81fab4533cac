import {
  AnnouncementsApi,
  problem,
  SessionId,
  UserId,
  type Actor,
  type MadeAnnouncement,
  type NewAnnouncement,
  type UsersApi,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import {
  adapters,
  PermissionGate,
  UlidGenerator,
  type Adapters,
  type Denials,
  type JobQueue,
  type RealtimePublisher,
} from '@app/platform';
import { freshDatabaseUri, HeardDeeds, ManualTime, wireChecked } from '@app/platform/testing';
import { AnnouncementCalls } from './announcement-calls.js';
import { AnnouncementsRepository } from './announcements.repository.js';
import { AnnouncementsService } from './announcements.service.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser' };
const hourMs = 3_600_000;
const person = (name: string): Actor => ({
  userId: UserId.parse(name),
  sessionId: SessionId.parse(name),
  role: 'member',
});
const [olga, ada, ben] = ['olga', 'ada', 'ben'].map(person) as [Actor, Actor, Actor];

/** Jobs that are done when the test says so. */
class PaperJobs implements Pick<JobQueue, 'enqueue' | 'handle'> {
  readonly #handlers = new Map<string, (payload: never) => unknown>();
  readonly orders: {
    readonly name: string;
    readonly payload: object;
    readonly delayMs?: number;
  }[] = [];

  handle: JobQueue['handle'] = ({ name }, handler) => {
    this.#handlers.set(name, (payload) => handler(payload, {} as never));
  };

  enqueue: JobQueue['enqueue'] = ({ name }, payload, { delayMs }) => {
    this.orders.push({
      name,
      payload: payload as object,
      ...(delayMs !== undefined && { delayMs }),
    });
    return Promise.resolve();
  };

  /** All that were ordered, whenever they are due. */
  async run(): Promise<void> {
    for (const { name, payload } of this.orders.splice(0))
      await this.#handlers.get(name)!(payload as never);
  }
}

describe('AnnouncementsService', () => {
  let ports: Adapters;
  let time: ManualTime;
  let deeds: HeardDeeds;
  let jobs: PaperJobs;
  /** `room event`. */
  let said: string[];
  let announcements: AnnouncementsApi;

  beforeEach(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    time = new ManualTime('2026-01-31T12:00:00.000Z');
    deeds = new HeardDeeds('admin', ports.database!, time);
    [jobs, said] = [new PaperJobs(), []];
    const users: Pick<UsersApi, 'profile'> = {
      profile: (_, { userId }) =>
        Promise.resolve({ ...aProfile(userId), role: userId === 'olga' ? 'admin' : 'moderator' }),
    };
    const publisher: Pick<RealtimePublisher, 'publish'> = {
      publish: (room, event) => void said.push(`${room} ${event}`),
    };
    const denials: Pick<Denials, 'of'> = { of: () => Promise.resolve(problem('forbidden')) };
    const repository = new AnnouncementsRepository(ports.database!);
    const calls = new AnnouncementCalls(
      repository,
      publisher as RealtimePublisher,
      jobs as unknown as JobQueue,
      time,
    );
    calls.onModuleInit();
    const service = new AnnouncementsService(
      new PermissionGate(users as UsersApi, denials as Denials),
      repository,
      calls,
      deeds.outbox,
      new UlidGenerator(),
      time,
    );
    announcements = wireChecked(AnnouncementsApi, service);
    await ports.database!.open();
  });

  afterEach(() => ports.close());

  const make = (about: Partial<NewAnnouncement> = {}, by = olga): Promise<MadeAnnouncement> =>
    announcements.make(by, {
      announcement: { text: 'Hello', severity: 'info', isDismissible: true, ...about },
      origin,
    });
  const at = (hours: number) => new Date(time.now().getTime() + hours * hourMs).toISOString();
  const mine = async (actor = ada) =>
    (await announcements.mine(actor, {})).items.map(({ id }) => id);
  const refused = (code: string) => expect.objectContaining({ code }) as Error;

  it('is said at once, and to who comes later, until its time is over', async () => {
    const { id, state } = await make({ until: at(2) });
    expect([state, said, await mine()]).toEqual(['live', ['all:sockets announcement'], [id]]);
    time.pass(2 * hourMs);
    expect(await mine()).toEqual([]);
    const { items } = await announcements.list(olga, { limit: 50 });
    expect(items).toMatchObject([{ id, state: 'over' }]);
    expect(items[0]).not.toHaveProperty('removedAt');
  });

  it('waits for its time, and is said then by a job', async () => {
    const { id, state } = await make({ from: at(1), until: at(3) });
    expect([state, said, await mine()]).toEqual(['planned', [], []]);
    expect(jobs.orders).toMatchObject([{ delayMs: hourMs }, { delayMs: 3 * hourMs }]);
    time.pass(hourMs);
    await jobs.run();
    expect([said, await mine()]).toEqual([['all:sockets announcement'], [id]]);
  });

  it('is not said when its time comes if it was taken down before', async () => {
    const { id } = await make({ from: at(1) });
    await announcements.remove(olga, { announcementId: id, origin });
    said = [];
    time.pass(hourMs);
    await jobs.run();
    expect([said, await mine()]).toEqual([[], []]);
    await expect(announcements.remove(olga, { announcementId: id, origin })).rejects.toEqual(
      refused('not_found'),
    );
  });

  it('remembers who has dismissed which, until it is over', async () => {
    const { id } = await make();
    const kept = () =>
      ports.database!.connection.collection('announcement_dismissals').countDocuments();
    said = [];
    for (let n = 0; n < 2; n++) await announcements.dismiss(ada, { announcementId: id });
    expect(said).toEqual(Array(2).fill('user:ada announcement_removed'));
    expect([await mine(ada), await mine(ben), await kept()]).toEqual([[], [id], 1]);
    await announcements.remove(olga, { announcementId: id, origin });
    await jobs.run();
    expect(await kept()).toBe(0);
  });

  it('stays where it may not be dismissed', async () => {
    const { id } = await make({ isDismissible: false });
    await expect(announcements.dismiss(ada, { announcementId: id })).rejects.toEqual(
      refused('forbidden'),
    );
  });

  it('is one of ten at most, also of those that are made at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 15 }, () => make()));
    const count = all.filter(({ status }) => status === 'fulfilled').length;
    expect(count).toBeLessThanOrEqual(10);
    const { items } = await announcements.list(olga, { limit: 100 });
    expect(items).toHaveLength(count);
    while ((await announcements.mine(ada, {})).items.length < 10) await make();
    await expect(make()).rejects.toEqual(refused('conflict'));
  });

  it('is one of ten at most that are not over', async () => {
    const made = [];
    for (let n = 0; n < 10; n++) made.push(await make({ from: at(n) }));
    await expect(make()).rejects.toEqual(refused('conflict'));
    await announcements.remove(olga, { announcementId: made[3]!.id, origin });
    expect((await make()).state).toBe('live');
    await expect(make({ until: at(-1) })).rejects.toEqual(refused('validation_failed'));
  });

  it('is for those who run the workspace, page by page', async () => {
    const { id } = await make();
    await make({ text: 'Newer' });
    const first = await announcements.list(olga, { limit: 1 });
    expect(first).toMatchObject({ items: [{ text: 'Newer' }], page: { hasMore: true } });
    const cursor = first.page.nextCursor!;
    expect((await announcements.list(olga, { limit: 1, cursor })).items).toMatchObject([{ id }]);
    for (const attempt of [
      make({}, ada),
      announcements.list(ada, { limit: 1 }),
      announcements.remove(ada, { announcementId: id, origin }),
    ])
      await expect(attempt).rejects.toEqual(refused('forbidden'));
  });
});
