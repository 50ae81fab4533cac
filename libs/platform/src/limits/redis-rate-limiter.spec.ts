import { SystemClock } from '../clock/clock.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { MemoryRateLimiter } from './memory-rate-limiter.js';
import { rateLimiterConformance } from './rate-limiter.conformance.js';
import { RedisRateLimiter } from './redis-rate-limiter.js';

describe('RedisRateLimiter', () => {
  let process: RedisProcess;
  let connections: [RedisConnections, RedisConnections];

  beforeAll(async () => (process = await RedisProcess.start()));
  afterAll(() => process.stop());

  beforeEach(async () => {
    connections = [process.connect(), process.connect()];
    for (const { commands } of connections) await eventually(() => commands.flushall());
  });

  const close = () => connections.forEach((redis) => redis.close());
  const on = (redis: RedisConnections) =>
    new RedisRateLimiter(redis, new MemoryRateLimiter(new SystemClock()));

  rateLimiterConformance(() => [on(connections[0]), on(connections[1])], close);

  it('leaves no bucket behind that is full again', async () => {
    const [redis] = connections;
    await on(redis).consume('ada', { capacity: 2, refillPerSecond: 4 });
    const ttl = await redis.commands.pttl('limit:ada');
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(1250);
    close();
  });

  it('counts by itself while Redis is away, and together again when it is back', async () => {
    const limiter = on(connections[0]);
    const bucket = { capacity: 2, refillPerSecond: 0.001 };
    await process.stop();

    const outcomes = [];
    for (let n = 0; n < 3; n++) outcomes.push((await limiter.consume('ada', bucket)).isAllowed);
    expect(outcomes).toEqual([true, true, false]);

    await process.restart();
    await eventually(async () => {
      expect(await limiter.consume('ada', bucket, 0)).toMatchObject({ remaining: 2 });
    });
    close();
  });
});
