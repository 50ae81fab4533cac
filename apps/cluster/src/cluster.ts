import { freePort, freePorts, requirePort } from '@app/platform/ports';
import { Part } from './part.js';
import { appProgram, nginxProgram, redisProgram, separate, type AppName } from './programs.js';

export interface ClusterOptions {
  /** Where nginx writes. */
  readonly folder: string;
  readonly mongodbUri: string;
  readonly jwtSecret: string;
  /** Of nginx; default a free one. */
  readonly port?: number | undefined;
  /**
   * What runs; the last one is what people reach. Default: every service alone. `['server']`: the
   * whole product in one process, several times.
   */
  readonly apps?: readonly AppName[] | undefined;
  /** How many of each app; default 2. */
  readonly replicas?: number | Partial<Record<AppName, number>> | undefined;
  /** Of every app: `PATH`, and more settings. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The split shape on one machine: Redis, every app more than once, and nginx before the gateways;
 * all on loopback, each a process that can be killed, paused and started again.
 */
export class Cluster {
  readonly #parts = new Map<string, Part>();

  private constructor(
    readonly url: string,
    /** What is behind nginx. */
    readonly edgeUrls: readonly string[],
    private readonly apps: readonly AppName[],
  ) {}

  /** Resolves once everything serves. Throws, and leaves nothing behind, when a part does not. */
  static async start(options: ClusterOptions): Promise<Cluster> {
    const { apps = separate, replicas = 2, folder } = options;
    const count = (app: AppName) =>
      typeof replicas === 'number' ? replicas : (replicas[app] ?? 2);
    const redisPort = await freePort();
    const ports = await Promise.all(apps.map((app) => freePorts(count(app))));
    const edges = ports.at(-1)!;
    const front = await (options.port ? requirePort(options.port) : freePort());
    const urlOf = (port: number) => `http://127.0.0.1:${port}`;
    const files = (ports[apps.indexOf('files')] ?? []).map(urlOf);
    const environment = environmentOf(options, redisPort, files);
    const cluster = new Cluster(urlOf(front), edges.map(urlOf), apps);
    cluster.#add(new Part(redisProgram(redisPort)));
    cluster.#add(new Part(nginxProgram(folder, front, edges)));
    for (const [i, app] of apps.entries()) {
      for (const [n, port] of ports[i]!.entries()) {
        cluster.#add(new Part(appProgram(app, { number: n + 1, port, environment })));
      }
    }
    await cluster.#startAll();
    return cluster;
  }

  get names(): readonly string[] {
    return [...this.#parts.keys()];
  }

  /** `redis`, `nginx`, `chat-1`, … Throws when there is none of this name. */
  part(name: string): Part {
    const part = this.#parts.get(name);
    if (!part) throw new Error(`There is no ${name}; there are ${this.names.join(', ')}`);
    return part;
  }

  /** All replicas of an app. */
  replicasOf(app: AppName): Part[] {
    return this.names.filter((name) => name.startsWith(`${app}-`)).map((name) => this.part(name));
  }

  /** In order: who asks goes before who answers. Idempotent. */
  async close(): Promise<void> {
    await this.part('nginx').stop();
    for (const app of this.apps.toReversed()) {
      await Promise.all(this.replicasOf(app).map((part) => part.stop()));
    }
    await this.part('redis').stop();
  }

  #add(part: Part): void {
    this.#parts.set(part.name, part);
  }

  async #startAll(): Promise<void> {
    try {
      await this.part('redis').start();
      const replicas = this.apps.flatMap((app) => this.replicasOf(app));
      await Promise.all(replicas.map((part) => part.start()));
      await this.part('nginx').start();
    } catch (error) {
      // Whatever it was: the rest of a cluster is of no use to anybody.
      await Promise.all([...this.#parts.values()].map((part) => part.kill()));
      throw error;
    }
  }
}

function environmentOf(
  { mongodbUri, jwtSecret, environment }: ClusterOptions,
  redisPort: number,
  files: readonly string[],
): NodeJS.ProcessEnv {
  return {
    PARLEY_LOG_LEVEL: 'warn',
    ...environment,
    PARLEY_HOST: '127.0.0.1',
    PARLEY_TRUST_PROXY: '1',
    MONGODB_URI: mongodbUri,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    JWT_SECRET: jwtSecret,
    PARLEY_FILES_URL: files.join(),
  };
}
