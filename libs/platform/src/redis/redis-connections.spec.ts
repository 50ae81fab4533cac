import { Redis } from 'ioredis';
import { CutLine, eventually, RedisProcess } from '../testing/index.js';
import { RedisConnections } from './redis-connections.js';

describe('The connections to a Redis', () => {
  let redis: RedisProcess;
  let connections: RedisConnections;

  beforeAll(async () => {
    redis = await RedisProcess.start();
    connections = new RedisConnections(redis.url);
  });

  afterAll(async () => {
    connections.close();
    await redis.stop();
  });

  /** What this one hears of a channel, and in how many turns of the event loop. */
  async function listen(connection: Redis, channel: string) {
    const heard: string[] = [];
    await connection.ssubscribe(channel);
    let [turns, isNew] = [0, true];
    const hear = (_: string, message: string): void => {
      heard.push(message);
      if (!isNew) return;
      [turns, isNew] = [turns + 1, false];
      setImmediate(() => (isNew = true));
    };
    return { heard, stop: connections.hear('smessage', hear, connection), turns: () => turns };
  }

  it('let the feed wake up for several messages at once, and lose none', async () => {
    const speaker = new Redis(redis.url);
    const sent = Array.from({ length: 300 }, (_, n) => `message ${n}`);
    const [subscriber, feed] = [
      await listen(connections.subscriber, 'room'),
      await listen(connections.feed, 'room'),
    ];
    const began = performance.now();
    // One after the other, as people speak: each is on its way before the next is said.
    for (const message of sent) await speaker.spublish('room', message);
    await eventually(() => expect(feed.heard).toEqual(sent));
    await eventually(() => expect(subscriber.heard).toEqual(sent));
    // Once in 4 ms, by a timer that may be early by one, however long it took; the other for each.
    const most = (performance.now() - began) / 3 + 1;
    expect(feed.turns()).toBeLessThanOrEqual(most);
    for (const each of [subscriber, feed]) each.stop();
    speaker.disconnect();
  });

  it('go on with the feed after Redis was away', async () => {
    const feed = await listen(connections.feed, 'hall');
    await redis.stop();
    await redis.restart();
    await eventually(async () => {
      await connections.commands.spublish('hall', 'back');
      expect(feed.heard).toContain('back');
    });
    feed.stop();
  });

  it('send commands by a new connection where one was dropped without a word', async () => {
    const line = await CutLine.to(redis.url);
    const others = new RedisConnections(line.url);
    await eventually(() => others.commands.ping());
    line.drop();
    await expect(others.commands.ping()).rejects.toThrow('timed out');
    await eventually(() => others.commands.ping());
    others.close();
    line.close();
  });

  it('end the wait of a reader that is woken, also after Redis was away', async () => {
    const reader = connections.forBlockingReads();
    const mustWake = async () => {
      const minute = 60_000;
      const read = await eventually(async () => {
        await reader.ping();
        return { isOver: reader.xread('BLOCK', minute, 'STREAMS', 'quiet', '$') };
      });
      let found: unknown = 'waits';
      void read.isOver.then((entries) => (found = entries));
      await eventually(async () => {
        await connections.wake(reader);
        expect(found).toBeNull();
      });
    };
    await mustWake();
    await redis.stop();
    await redis.restart();
    await mustWake();
  });
});
