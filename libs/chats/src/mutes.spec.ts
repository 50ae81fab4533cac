import { problem, UserId, type UsersApi } from '@app/contracts';
import { eventually, InProcessEventBus, ManualTime } from '@app/platform/testing';
import { Mutes } from './mutes.js';

const ada = UserId.parse('ada');
const ben = UserId.parse('ben');
const noon = '2026-01-01T12:00:00.000Z';

describe('Mutes', () => {
  let time: ManualTime;
  let bus: InProcessEventBus;
  let stored: Map<UserId, string>;
  let failure: Error | undefined;
  let asked: number;
  let answer: Promise<unknown>;
  let mutes: Mutes;

  beforeEach(() => {
    time = new ManualTime();
    bus = new InProcessEventBus();
    stored = new Map();
    [failure, asked, answer] = [undefined, 0, Promise.resolve()];
    const users: Pick<UsersApi, 'muted'> = {
      muted: async () => {
        asked++;
        const items = [...stored].map(([userId, until]) => ({ userId, until }));
        const now = failure;
        await answer;
        if (now) throw now;
        return { items };
      },
    };
    mutes = new Mutes(users as UsersApi, bus, time, time);
    mutes.onModuleInit();
  });

  afterEach(() => mutes.onApplicationShutdown());

  const tell = (userId: UserId, until: string | null) =>
    bus.publish('user.muted', { userId, until });

  it('knows who was muted before it began, until that is over', async () => {
    stored.set(ada, noon);
    mutes.onApplicationBootstrap();
    await eventually(() => expect(mutes.until(ada)).toBe(noon));
    expect(mutes.until(ben)).toBeUndefined();
    time.advance(12 * 3_600_000);
    expect(mutes.until(ada)).toBeUndefined();
  });

  it('hears of each, and asks nobody for it', async () => {
    mutes.onApplicationBootstrap();
    await eventually(() => expect(asked).toBe(1));
    await tell(ada, noon);
    await eventually(() => expect(mutes.until(ada)).toBe(noon));
    await tell(ada, null);
    await eventually(() => expect(mutes.until(ada)).toBeUndefined());
    expect(asked).toBe(1);
  });

  it('takes what it has heard for newer than what it was told of before', async () => {
    const held = Promise.withResolvers<undefined>();
    answer = held.promise;
    stored.set(ben, noon);
    mutes.onApplicationBootstrap();
    await tell(ada, noon);
    await tell(ben, null);
    held.resolve(undefined);
    await eventually(() => expect(mutes.until(ada)).toBe(noon));
    expect(mutes.until(ben)).toBeUndefined();
  });

  it('lets all write while nobody answers, asks again soon, and now and then anyway', async () => {
    failure = problem('service_unavailable', { service: 'users' });
    stored.set(ada, noon);
    mutes.onApplicationBootstrap();
    await eventually(() => expect(asked).toBe(1));
    expect(mutes.until(ada)).toBeUndefined();
    failure = undefined;
    await eventually(() => {
      time.advance(5_000);
      expect(mutes.until(ada)).toBe(noon);
    });
    const before = asked;
    stored.clear();
    await eventually(() => {
      time.advance(5_000);
      expect(mutes.until(ada)).toBeUndefined();
    });
    expect(asked).toBeGreaterThan(before);
  });
});
