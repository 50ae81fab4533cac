import { SystemTicker } from '../clock/ticker.js';
import { createGroups } from '../redis/consumer-group.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { aMember, processRegistryConformance } from './process-registry.conformance.js';
import { RedisProcessRegistry, type ProcessTimes } from './redis-process-registry.js';

describe('RedisProcessRegistry', () => {
  let redis: RedisProcess;
  let connections: RedisConnections[] = [];

  beforeAll(async () => (redis = await RedisProcess.start()));
  afterAll(() => redis.stop());

  beforeEach(async () => {
    const { commands } = connect();
    await eventually(() => commands.flushall());
  });

  afterEach(() => {
    for (const connection of connections) connection.close();
    connections = [];
  });

  function connect(): RedisConnections {
    const connection = redis.connect();
    connections.push(connection);
    return connection;
  }

  /** Of one more process. */
  function open(times: Partial<ProcessTimes> = {}) {
    const connection = connect();
    const quick = { beatMs: 20, ...times };
    const registry = new RedisProcessRegistry(connection, new SystemTicker(), quick);
    return Object.assign(registry, { die: () => connection.close() });
  }

  processRegistryConformance(open);

  it('knows the others, until they leave', async () => {
    const [here, there] = [open(), open()];
    here.announce(aMember('a'));
    there.announce(aMember('b', 'gateway'));
    const apps = async () => (await here.list()).map(({ report }) => report.app).sort();
    await eventually(async () => expect(await apps()).toEqual(['chat', 'gateway']));
    await there.close();
    expect(await apps()).toEqual(['chat']);
    await here.close();
  });

  it('says that one is lost that has died, and forgets it in the end', async () => {
    const [here, there] = [open({ lostMs: 200, keptMs: 3_600_000 }), open()];
    there.announce(aMember('b'));
    await eventually(async () => expect(await here.list()).toHaveLength(1));
    there.die();
    await eventually(async () => expect(await here.list()).toMatchObject([{ isLost: true }]));
    const later = open({ lostMs: 1, keptMs: 100 });
    await eventually(async () => expect(await later.list()).toEqual([]));
    expect(await here.list()).toEqual([]);
  });

  it('lets one drain as long as another one of its app is at work', async () => {
    const [here, there, third] = [open(), open(), open()];
    const [ours, theirs] = [aMember('a'), aMember('b')];
    here.announce(ours);
    there.announce(theirs);
    third.announce(aMember('c', 'gateway'));
    await eventually(async () => expect(await third.list()).toHaveLength(3));

    await third.drain('a', true);
    await third.drain('a', true);
    await eventually(() => expect(ours.isToDrain).toBe(true));
    const drained = (await third.list()).filter(({ isToDrain }) => isToDrain);
    expect(drained.map(({ report }) => report.id)).toEqual(['a']);
    for (const id of ['b', 'c'])
      await expect(third.drain(id, true)).rejects.toMatchObject({ code: 'conflict' });

    await third.drain('a', false);
    await eventually(() => expect(ours.isToDrain).toBe(false));
    // One that stops is at work no more.
    theirs.now = { ...theirs.now, status: 'draining' };
    await eventually(async () => {
      const told = (await third.list()).find(({ report }) => report.id === 'b');
      expect(told?.report.status).toBe('draining');
    });
    await expect(third.drain('a', true)).rejects.toMatchObject({ code: 'conflict' });
    expect(theirs.isToDrain).toBe(false);
    for (const registry of [here, there, third]) await registry.close();
  });

  it('has one that drains take work again while nobody else of its app is there', async () => {
    const [here, there, third] = [open(), open(), open()];
    const [ours, theirs] = [aMember('a'), aMember('b')];
    here.announce(ours);
    there.announce(theirs);
    await eventually(async () => expect(await here.list()).toHaveLength(2));
    await here.drain('a', true);
    await eventually(() => expect(ours.isToDrain).toBe(true));

    await there.close();
    await eventually(() => expect(ours.isToDrain).toBe(false));
    expect(await here.list()).toMatchObject([{ isToDrain: false }]);

    third.announce(aMember('c'));
    await eventually(() => expect(ours.isToDrain).toBe(true));
    for (const registry of [here, third]) await registry.close();
  });

  it('tells what waits for services, in all of their streams', async () => {
    const here = open();
    const { commands } = connect();
    const services = ['messages', 'users'];
    await eventually(() => commands.ping());
    await createGroups(commands, ['rpc:messages', 'rpc:messages:3', 'rpc:users'], 'servers');
    const ask = (stream: string) => commands.xadd(stream, '*', 'id', 'one');
    for (const stream of ['rpc:messages', 'rpc:messages:3', 'rpc:messages:3']) await ask(stream);
    await eventually(async () => expect(await here.list()).toEqual([]));
    expect(await here.backlogs(services)).toEqual([
      { service: 'messages', waiting: 3 },
      { service: 'users', waiting: 0 },
    ]);
    // prettier-ignore
    await commands.xreadgroup(
      'GROUP', 'servers', 'any', 'NOACK', 'STREAMS', 'rpc:messages', 'rpc:messages:3', '>', '>');
    expect(await here.backlogs(['messages', 'unheard'])).toEqual([
      { service: 'messages', waiting: 0 },
      { service: 'unheard', waiting: 0 },
    ]);
  });

  it('reads what a newer release says, and skips what nobody can read', async () => {
    const here = open();
    const newer = { ...aMember('b').now, mood: 'new', loads: { rooms: 1, dreams: 2 } };
    const { commands } = connect();
    await eventually(() => commands.ping());
    const now = Date.now();
    for (const [id, report] of [
      ['b', JSON.stringify(newer)],
      ['c', '{'],
      ['d', '{}'],
    ] as const) {
      await commands.zadd('{processes}:seen', now, id);
      await commands.hset('{processes}:reports', id, report);
    }
    const { mood: _, ...told } = newer;
    await eventually(async () => {
      expect((await here.list()).map(({ report }) => report)).toEqual([
        { ...told, loads: { rooms: 1 } },
      ]);
    });
  });

  it('is known again to a Redis that has lost everything', async () => {
    const here = open();
    here.announce(aMember('a'));
    await eventually(async () => expect(await here.list()).toHaveLength(1));
    await connect()
      .commands.flushall()
      .catch(() => undefined);
    await eventually(async () => expect(await here.list()).toHaveLength(1));
    await here.close();
  });

  it('says that nobody can tell while Redis is away, and goes on when it is back', async () => {
    const here = open();
    here.announce(aMember('a'));
    await eventually(async () => expect(await here.list()).toHaveLength(1));
    await redis.stop();
    await expect(here.list()).rejects.toMatchObject({ code: 'service_unavailable' });
    await redis.restart();
    await eventually(async () => expect(await here.list()).toHaveLength(1));
    await here.close();
  });
});
