import { UserId } from '@app/contracts';
import { SystemTicker } from '../clock/ticker.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { briefLeases, presenceStoreConformance, quickTimes } from './presence-store.conformance.js';
import { RedisPresenceStore } from './redis-presence-store.js';
import { RedisTypingStore } from './redis-typing-store.js';
import { quickTypingMs, typingStoreConformance } from './typing-store.conformance.js';

const ada = UserId.parse('ada');
const bob = UserId.parse('bob');

let process: RedisProcess;
let connections: [RedisConnections, RedisConnections];

beforeAll(async () => (process = await RedisProcess.start()));
afterAll(() => process.stop());

beforeEach(async () => {
  connections = [process.connect(), process.connect()];
  for (const { commands, subscriber } of connections) {
    await eventually(() => commands.flushall());
    await subscriber.subscribe('nothing');
  }
});

const close = () => connections.forEach((redis) => redis.close());

describe('RedisPresenceStore', () => {
  const node = (redis: RedisConnections, times = quickTimes) =>
    new RedisPresenceStore(redis, new SystemTicker(), times);

  presenceStoreConformance(
    (times) => [node(connections[0], times), node(connections[1], times)],
    close,
  );

  it('lets the leases of a killed node end, without anybody cleaning up', async () => {
    const [killed, other] = [node(connections[0], briefLeases), node(connections[1], briefLeases)];
    const news: string[] = [];
    other.onChange(({ userId, status }) => news.push(`${userId} ${status}`));
    await killed.renew({ userId: ada, deviceId: 'phone', isActive: true });

    // As `kill -9` would: no word to anybody.
    killed.close();
    connections[0].close();

    await eventually(() => expect(news).toEqual(['ada online', 'ada offline']));
    expect(await connections[1].commands.keys('{presence}:leas*')).toEqual([]);
    other.close();
    close();
  });

  it('never throws while Redis is away, and converges when it is back, empty', async () => {
    const [here, there] = [node(connections[0]), node(connections[1])];
    const news: string[] = [];
    there.onChange(({ userId, status }) => news.push(`${userId} ${status}`));
    await here.renew({ userId: ada, deviceId: 'a', isActive: true });
    await here.renew({ userId: bob, deviceId: 'b', isActive: true });
    await eventually(() => expect(news).toHaveLength(2));

    await process.stop();
    await here.release(bob, 'b');
    await here.wish(bob, 'dnd');
    expect(await there.statusOf([ada])).toEqual([{ userId: ada, status: 'offline' }]);
    await process.restart();

    await eventually(() => expect(news.at(-1)).toBe('bob offline'));
    expect(await there.statusOf([ada])).toEqual([{ userId: ada, status: 'online' }]);
    expect(news).not.toContain('ada offline');
    here.close();
    there.close();
    close();
  });

  it('forgets who has been gone for long', async () => {
    const store = node(connections[0]);
    await store.renew({ userId: ada, deviceId: 'phone', isActive: true });
    expect(await connections[0].commands.pttl('{presence}:of:ada')).toBe(-1);
    await store.release(ada, 'phone');
    expect(await connections[0].commands.pttl('{presence}:of:ada')).toBeGreaterThan(0);
    store.close();
    close();
  });
});

describe('RedisTypingStore', () => {
  const node = (redis: RedisConnections, lifeMs = quickTypingMs) =>
    new RedisTypingStore(redis, lifeMs);
  typingStoreConformance(
    (lifeMs) => [node(connections[0], lifeMs), node(connections[1], lifeMs)],
    close,
  );

  it('knows of nobody while Redis is away', async () => {
    const store = node(connections[0]);
    await process.stop();
    await store.set('c' as never, ada, true);
    expect(await store.in('c' as never)).toEqual([]);
    await process.restart();
    close();
  });
});
