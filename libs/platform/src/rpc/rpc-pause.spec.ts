import { firstValueFrom } from 'rxjs';
import type { RedisConnections } from '../redis/redis-connections.js';
import { Elsewhere } from '../replicas/elsewhere.js';
import { SeenReplicas } from '../replicas/replicas.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { RedisStreamClient } from './redis-stream.client.js';
import { RedisStreamServer } from './redis-stream.server.js';

const keys = Array.from({ length: 24 }, (_, n) => `key ${n}`);

describe('A replica that is paused', () => {
  let process: RedisProcess;
  let connections: RedisConnections[];
  let servers: RedisStreamServer[];
  let client: RedisStreamClient;

  beforeAll(async () => (process = await RedisProcess.start()));
  afterAll(() => process.stop());

  beforeEach(async () => {
    [connections, servers] = [[], []];
    const redis = connect();
    client = new RedisStreamClient(redis, 10_000);
    await client.connect();
    await eventually(() => redis.commands.flushall());
  });

  afterEach(async () => {
    client.close();
    await Promise.all(servers.map((server) => server.close()));
    for (const connection of connections) connection.close();
  });

  function connect(): RedisConnections {
    const redis = process.connect();
    connections.push(redis);
    return redis;
  }

  /** `home`: who alone can do what is asked. */
  function serve(home: () => SeenReplicas | undefined = () => undefined) {
    const replicas = new SeenReplicas();
    const server = new RedisStreamServer(connect(), replicas);
    const executed: string[] = [];
    server.addHandler('echo.say', (call: string) => {
      const at = home() ?? replicas;
      if (at !== replicas) return Promise.reject(new Elsewhere(at.own)) as never;
      executed.push(call);
      return Promise.resolve(call) as never;
    });
    server.listen(() => undefined);
    servers.push(server);
    return { server, replicas, executed };
  }

  const say = (call: string, routingKey?: string) =>
    firstValueFrom(client.send<unknown>('echo.say', { call, routingKey }));
  const sayAll = () => Promise.all(keys.flatMap((key) => [say(key, key), say(key)]));

  /** Asks until this one alone has done all of it. */
  const doneBy = async (one: { executed: string[] }, other: { executed: string[] }) =>
    eventually(async () => {
      for (const { executed } of [one, other]) executed.length = 0;
      await sayAll();
      expect(other.executed).toEqual([]);
      expect(one.executed).toHaveLength(2 * keys.length);
    });

  it('leaves to others what they can do as well, and takes its part again after', async () => {
    const [one, other] = [serve(), serve()];
    await eventually(async () => {
      await sayAll();
      expect(Math.min(one.executed.length, other.executed.length)).toBeGreaterThan(0);
    });

    one.server.pause(true);
    await doneBy(other, one);

    one.server.pause(false);
    await eventually(async () => {
      await sayAll();
      expect(one.executed.length).toBeGreaterThan(0);
    });
  });

  it('does what only it can do', async () => {
    const homes: SeenReplicas[] = [];
    const [one, other] = [serve(() => homes[0]), serve(() => homes[0])];
    await sayAll();
    one.server.pause(true);
    await doneBy(other, one);
    await eventually(() => {
      const all = [one.replicas, other.replicas];
      expect(all.every((each) => all.every(({ own }) => each.has(own)))).toBe(true);
    });

    homes.push(one.replicas);
    // One that a busy machine keeps from renewing (`staleMs`) is not there for a while.
    await doneBy(one, other);
  });

  it('goes on where there is nobody else', async () => {
    const one = serve();
    await sayAll();
    one.server.pause(true);
    one.executed.length = 0;
    await sayAll();
    expect(one.executed).toHaveLength(2 * keys.length);
  });
});
