import { firstValueFrom } from 'rxjs';
import type { RedisConnections } from '../../redis/redis-connections.js';
import { SeenReplicas } from '../../replicas/replicas.js';
import { eventually } from '../../testing/eventually.js';
import { RedisProcess } from '../../testing/redis-process.js';
import { RedisStreamClient } from '../redis-stream.client.js';
import { RedisStreamServer } from '../redis-stream.server.js';

/** On a busy machine a replica takes its time to connect, ms. */
export const patienceMs = 20_000;

/** One replica of a service `echo`, which counts what it executes. */
export class Replica {
  readonly executed: unknown[] = [];
  readonly replicas = new SeenReplicas();
  readonly #server: RedisStreamServer;

  constructor(
    private readonly redis: RedisConnections,
    answer: (call: unknown) => Promise<unknown>,
    maxInFlight = 256,
  ) {
    this.#server = new RedisStreamServer(redis, this.replicas, maxInFlight);
    this.#server.addHandler('echo.say', (call: unknown) => {
      this.executed.push(call);
      return answer(call) as never;
    });
    this.#server.listen(() => undefined);
  }

  /** As `kill -9` would: the connections are gone, and nobody was told. */
  die(): void {
    this.redis.close();
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

/** A Redis, replicas of `echo` on it, and one who asks them. */
export class EchoStage {
  client!: RedisStreamClient;
  #replicas: Replica[] = [];
  #connections: RedisConnections[] = [];

  private constructor(readonly process: RedisProcess) {}

  static async start(): Promise<EchoStage> {
    return new EchoStage(await RedisProcess.start());
  }

  /** Before each test: empty, and nobody serves. */
  async open(): Promise<void> {
    this.#replicas = [];
    this.#connections = [];
    const redis = this.connect();
    this.client = new RedisStreamClient(redis, patienceMs);
    await this.client.connect();
    await eventually(() => redis.commands.flushall());
  }

  /** After each test. */
  async close(): Promise<void> {
    this.client.close();
    await Promise.all(this.#replicas.map((replica) => replica.close()));
    for (const connection of this.#connections) connection.close();
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  /** Each side of the wire has its own connections, as separate processes would. */
  connect(): RedisConnections {
    const redis = this.process.connect();
    this.#connections.push(redis);
    return redis;
  }

  serve(answer = (call: unknown) => Promise.resolve(call), maxInFlight?: number): Replica {
    const replica = new Replica(this.connect(), answer, maxInFlight);
    this.#replicas.push(replica);
    return replica;
  }

  say(call: unknown, routingKey?: string, from = this.client): Promise<unknown> {
    return firstValueFrom(from.send<unknown>('echo.say', { call, routingKey }));
  }
}
