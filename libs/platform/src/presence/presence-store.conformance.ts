import { UserId, type Presence } from '@app/contracts';
import { eventually } from '../testing/eventually.js';
import type { PresenceOf, PresenceStore, PresenceTimes } from './presence-store.js';

/** A grace is long enough for a slow machine to look, short enough to wait for. */
export const quickTimes: PresenceTimes = { leaseMs: 60_000, graceMs: 1500, sweepMs: 15 };
/** With a lease to wait for, too. */
export const briefLeases: PresenceTimes = { ...quickTimes, leaseMs: 1200 };

const ada = UserId.parse('ada');
const bob = UserId.parse('bob');

/**
 * What every `PresenceStore` promises. `open` gives the stores of nodes that hear of each other,
 * with these times; for a memory one that is one node twice.
 */
export function presenceStoreConformance(
  open: (times: PresenceTimes) => readonly [PresenceStore, PresenceStore],
  close: () => Promise<void> | void,
): void {
  let here: PresenceStore;
  let there: PresenceStore;
  let news: PresenceOf[];

  const enter = (times: PresenceTimes) => {
    [here, there] = open(times);
    news = [];
    there.onChange((presence) => news.push(presence));
  };
  const leave = () => {
    here.close();
    there.close();
  };

  beforeEach(() => enter(quickTimes));

  afterEach(async () => {
    leave();
    await close();
  });

  const device = (deviceId: string, isActive = true, userId = ada) => ({
    userId,
    deviceId,
    isActive,
  });
  const statusIn = async (store: PresenceStore) => (await store.statusOf([ada]))[0]!.status;
  const told = (...statuses: Presence[]) =>
    eventually(() => expect(news.map(({ status }) => status)).toEqual(statuses));

  it('tells everybody once, on each node, that somebody came', async () => {
    await here.renew(device('phone'));
    await here.renew(device('phone'));
    await there.renew(device('desk'));

    await told('online');
    expect(await statusIn(here)).toBe('online');
    expect(await statusIn(there)).toBe('online');
  });

  it('answers for each asked person in their order, also for those never seen', async () => {
    await here.renew(device('phone', true, bob));
    expect(await there.statusOf([ada, bob, ada])).toEqual([
      { userId: ada, status: 'offline' },
      { userId: bob, status: 'online' },
      { userId: ada, status: 'offline' },
    ]);
    expect(await there.statusOf([])).toEqual([]);
  });

  it('is away when all devices are idle, and online when one is not', async () => {
    await here.renew(device('phone', false));
    await there.renew(device('desk', false));
    await told('away');
    await here.renew(device('phone', true));
    await told('away', 'online');
    await here.renew(device('phone', false));
    await told('away', 'online', 'away');
  });

  it('is offline a grace after the last device left, and says since when', async () => {
    await here.renew(device('phone'));
    await here.release(ada, 'phone');
    expect(await statusIn(there)).toBe('online');

    await told('online', 'offline');
    const [presence] = await there.statusOf([ada]);
    expect(presence).toMatchObject({ status: 'offline', lastSeenAt: expect.any(Date) as Date });
    expect(news[1]).toEqual(presence);
    expect(Math.abs(Date.now() - presence!.lastSeenAt!.getTime())).toBeLessThan(5000);
  });

  it('stays online while another device is here', async () => {
    await here.renew(device('phone'));
    await there.renew(device('desk'));
    await here.release(ada, 'phone');
    await here.renew(device('phone', true, bob));
    await here.release(bob, 'phone');

    await eventually(() => expect(news.filter(({ userId }) => userId === bob)).toHaveLength(2));
    expect(await statusIn(here)).toBe('online');
    expect(news.filter(({ userId }) => userId === ada)).toHaveLength(1);
  });

  it('says nothing of somebody who comes back within the grace', async () => {
    await here.renew(device('phone'));
    await here.release(ada, 'phone');
    await there.renew(device('phone-again'));
    await here.renew(device('x', true, bob));
    await here.release(bob, 'x');

    await eventually(() => expect(news.filter(({ userId }) => userId === bob)).toHaveLength(2));
    expect(news.filter(({ userId }) => userId === ada)).toEqual([
      { userId: ada, status: 'online' },
    ]);
  });

  it('ends a lease that nobody renews, without a grace', async () => {
    leave();
    enter(briefLeases);
    const since = performance.now();
    await here.renew(device('phone'));
    await told('online', 'offline');
    expect(performance.now() - since).toBeGreaterThan(briefLeases.leaseMs - 50);
    expect((await there.statusOf([ada]))[0]!.lastSeenAt).toBeInstanceOf(Date);
  });

  it('lets a wish win while a device is here, and only then', async () => {
    await here.wish(ada, 'dnd');
    expect(await statusIn(there)).toBe('offline');
    await here.renew(device('phone'));
    await told('dnd');
    await here.wish(ada, 'auto');
    await told('dnd', 'online');
    await there.wish(ada, 'dnd');
    await here.release(ada, 'phone');
    await told('dnd', 'online', 'dnd', 'offline');
  });

  it('shows who is invisible as one who left when they hid', async () => {
    await here.renew(device('phone'));
    await here.wish(ada, 'invisible');
    await told('online', 'offline');
    const [hidden] = await there.statusOf([ada]);
    expect(hidden!.lastSeenAt).toBeInstanceOf(Date);

    await here.renew(device('desk'));
    await here.release(ada, 'desk');
    await here.release(ada, 'phone');
    await here.renew(device('x', true, bob));
    await here.release(bob, 'x');
    await eventually(() => expect(news.filter(({ userId }) => userId === bob)).toHaveLength(2));

    expect(await there.statusOf([ada])).toEqual([hidden]);
    expect(news.filter(({ userId }) => userId === ada)).toHaveLength(2);
  });

  it('does not mind a release of what is not here', async () => {
    await here.release(ada, 'phone');
    await here.renew(device('phone'));
    await there.release(ada, 'other');
    await there.release(bob, 'phone');
    expect(await statusIn(here)).toBe('online');
  });

  it('tells a listener nothing more once it has stopped', async () => {
    let heard = 0;
    const stop = there.onChange(() => heard++);
    stop();
    await here.renew(device('phone'));
    await told('online');
    expect(heard).toBe(0);
  });
}
