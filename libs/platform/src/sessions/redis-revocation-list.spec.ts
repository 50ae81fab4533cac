import { SessionId } from '@app/contracts';
import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { RedisRevocationList } from './redis-revocation-list.js';
import { revocationListConformance } from './revocation-list.conformance.js';

const [one, two] = [SessionId.parse('one'), SessionId.parse('two')];

describe('RedisRevocationList', () => {
  let process: RedisProcess;
  let connections: RedisConnections[];

  beforeAll(async () => (process = await RedisProcess.start()));
  afterAll(() => process.stop());

  beforeEach(async () => {
    connections = [];
    const { commands } = connect();
    await eventually(() => commands.flushall());
  });

  afterEach(() => close());

  const close = () => connections.forEach((redis) => redis.close());
  const connect = () => {
    const redis = process.connect();
    connections.push(redis);
    return redis;
  };
  const node = () => new RedisRevocationList(connect());

  describe('as a list', () => {
    let nodes: [RedisRevocationList, RedisRevocationList];

    beforeEach(async () => {
      nodes = [node(), node()];
      for (const each of nodes) await each.open(5000);
    });

    revocationListConformance(() => nodes, close);
  });

  it('knows after open what was revoked before it started', async () => {
    const first = node();
    await first.open(5000);
    await first.revoke([one, two], 60_000);

    const late = node();
    await late.open(5000);

    expect([late.isRevoked(one), late.isRevoked(two)]).toEqual([true, true]);
  });

  it('hears on behind what is no news', async () => {
    const [here, there] = [node(), node()];
    for (const each of [here, there]) await each.open(5000);

    for (const noNews of ['[', 'null', '{}'])
      await connect().subscriber.publish('revocations', noNews);
    await here.revoke([one], 60_000);

    await eventually(() => expect(there.isRevoked(one)).toBe(true));
  });

  it('opens without Redis, holds here what is revoked meanwhile, and tells it later', async () => {
    const [here, there] = [node(), node()];
    await there.open(5000);
    await process.stop();
    const lonely = node();
    await lonely.open(50);

    await here.revoke([one], 60_000);
    expect(here.isRevoked(one)).toBe(true);
    expect(there.isRevoked(one)).toBe(false);
    await process.restart();

    await eventually(() => expect(there.isRevoked(one)).toBe(true));
    await eventually(() => expect(lonely.isRevoked(one)).toBe(true));
  });

  it('brings back what a Redis has forgotten', async () => {
    const here = node();
    await here.open(5000);
    await here.revoke([one], 60_000);

    await process.stop();
    await process.restart();

    const [{ commands }] = connections as [RedisConnections];
    await eventually(async () => {
      expect(await commands.zscore('revocations', one)).not.toBeNull();
    });
    const late = node();
    await late.open(5000);
    expect(late.isRevoked(one)).toBe(true);
  });

  it('leaves nothing behind in Redis that is over', async () => {
    const here = node();
    await here.open(5000);
    await here.revoke([one], 20);
    const [{ commands }] = connections as [RedisConnections];
    await eventually(async () => expect(await commands.exists('revocations')).toBe(0));
  });
});
