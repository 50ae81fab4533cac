import { Redis } from 'ioredis';
import type { Adapters } from './adapters.js';
import { redisAdapters } from './redis-adapters.js';
import { eventually } from './testing/eventually.js';
import { RedisProcess } from './testing/redis-process.js';

describe('the health of Redis', () => {
  let process: RedisProcess;
  let operator: Redis;
  let ports: Adapters;

  beforeEach(async () => {
    process = await RedisProcess.start();
    operator = new Redis(process.url);
    operator.on('error', () => undefined);
    ports = redisAdapters(process.url);
    await eventually(() => ports.checkRedis!());
  });

  afterEach(async () => {
    operator.disconnect();
    await ports.close();
    await process.stop();
  });

  it('is bad while its memory is full although it answers, and good again after that', async () => {
    await operator.config('SET', 'maxmemory', '1', 'maxmemory-policy', 'noeviction');
    expect(await operator.ping()).toBe('PONG');
    await expect(ports.checkRedis!()).rejects.toThrow('OOM');

    await operator.config('SET', 'maxmemory', '0');
    await ports.checkRedis!();
  });

  it('is bad while it is away, and good again after that', async () => {
    await process.stop();
    await eventually(() => expect(ports.checkRedis!()).rejects.toThrow());
    await process.restart();
    await eventually(() => ports.checkRedis!());
  });

  it('is bad once it has not answered for as long as a service may take, and no sooner', async () => {
    const [hasty, patient] = [redisAdapters(process.url, 1500), redisAdapters(process.url, 60_000)];
    for (const one of [hasty, patient]) await eventually(() => one.checkRedis!());
    await operator.call('CLIENT', 'PAUSE', 60_000, 'WRITE');
    const well = patient.checkRedis!().then(
      () => true,
      () => false,
    );

    await expect(hasty.checkRedis!()).rejects.toThrow('timed out');

    await operator.call('CLIENT', 'UNPAUSE');
    expect(await well).toBe(true);
    for (const one of [hasty, patient]) await one.close();
  });

  it('leaves nothing behind by being looked at', async () => {
    expect(await operator.pttl('health')).toBeGreaterThan(0);
  });
});
