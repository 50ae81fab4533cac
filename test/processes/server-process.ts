import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { eventually } from '@app/platform/testing';
import { freePort } from './free-port.js';

const main = resolve('dist/apps/server/src/main.js');

/** The built server as a process of its own, on a port that it keeps over restarts. */
export class ServerProcess {
  #child: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** `npm run build:server` comes first: the processes run what it built. */
  static async start(environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), environment);
    await server.restart();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  /** Starts it again after `kill`; resolves once it is ready. */
  async restart(): Promise<void> {
    const { PATH, HOME, XDG_CACHE_HOME, PARLEY_WEB_DIR } = process.env;
    this.#child = spawn(process.execPath, [main], {
      env: {
        PATH,
        HOME,
        ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}),
        ...(PARLEY_WEB_DIR ? { PARLEY_WEB_DIR } : {}),
        NODE_ENV: 'test',
        PORT: String(this.port),
        JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
        PARLEY_BCRYPT_COST: '4',
        PARLEY_LOG_LEVEL: 'warn',
        PARLEY_SOCKET_BURST: '100000',
        PARLEY_SOCKET_RATE: '100000',
        PARLEY_HTTP_BURST: '1000000',
        PARLEY_HTTP_RATE: '1000000',
        ...this.environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await eventually(async () => {
      const { status } = await fetch(`${this.url}/health/ready`);
      if (status !== 200) throw new Error(`not ready: ${status}`);
    }, 30_000);
  }

  /** As a power failure would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** In order, as Ctrl-C does. Idempotent. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
