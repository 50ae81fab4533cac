import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { PartitionShare, renewShares } from './partition-share.js';
import { partitionCount } from './rpc-stream.js';

describe('The shares of a replica', () => {
  let process: RedisProcess;
  let redis: RedisConnections;

  beforeAll(async () => {
    process = await RedisProcess.start();
    redis = await process.connected();
  });

  afterAll(async () => {
    redis.close();
    await process.stop();
  });

  beforeEach(() => redis.commands.flushall());

  const sharesOf = (replica: string) =>
    ['chats', 'messages', 'reads'].map(
      (service) => new PartitionShare(redis.commands, service, replica),
    );
  const renew = (shares: readonly PartitionShare[], isPaused = false) =>
    renewShares(redis.commands, shares, isPaused);

  it('are renewed on one way to Redis and back, of however many services', async () => {
    const shares = sharesOf('one');
    // Redis does not know the script yet.
    await renew(shares);
    const asked = jest.spyOn(redis.commands, 'sendCommand');
    await renew(shares);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    for (const { partitions, replicas } of shares) {
      expect([partitions.length, replicas]).toEqual([partitionCount, ['one']]);
    }
  });

  it('are all partitions once, and those of one that is paused are left to the other', async () => {
    const [one, other] = [sharesOf('one'), sharesOf('other')];
    // A busy machine may leave more than `staleMs` between two of them.
    await eventually(async () => {
      for (const shares of [one, other, one]) await renew(shares);
      for (const [at, share] of one.entries()) {
        const all = [...share.partitions, ...other[at]!.partitions];
        expect(all.toSorted((a, b) => a - b)).toEqual([...Array(partitionCount).keys()]);
        expect(share.partitions.length).toBeLessThan(partitionCount);
      }
    });

    await eventually(async () => {
      await renew(one, true);
      await renew(other);
      expect(one.map(({ isLeftOut }) => isLeftOut)).toEqual([true, true, true]);
      for (const { partitions, replicas } of other) {
        expect([partitions.length, replicas]).toEqual([partitionCount, ['one', 'other']]);
      }
    });
  });
});
