import { freePort } from '@app/platform/testing';
import { Part } from '../../apps/cluster/src/part.js';
import { appProgram } from '../../apps/cluster/src/programs.js';
import { wideLimits } from './wide-limits.js';

/** The built server as a process of its own, on a port that it keeps over restarts. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly part: Part,
  ) {}

  /** `npm run build:server` comes first: the processes run what it built. */
  static async start(settings: NodeJS.ProcessEnv): Promise<ServerProcess> {
    const { PATH, HOME, XDG_CACHE_HOME, NODE_COMPILE_CACHE, PARLEY_WEB_DIR } = process.env;
    const environment = {
      PATH,
      HOME,
      ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}),
      ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
      ...(PARLEY_WEB_DIR ? { PARLEY_WEB_DIR } : {}),
      ...wideLimits,
      PARLEY_LOG_LEVEL: 'warn',
      ...settings,
    };
    const port = await freePort();
    const part = new Part(appProgram('server', { number: 1, port, environment }));
    await part.start();
    return new ServerProcess(`http://127.0.0.1:${port}`, part);
  }

  /** While it runs. */
  get pid(): number | undefined {
    return this.part.pid;
  }

  /** Starts it again after `kill`; resolves once it is ready. */
  restart(): Promise<void> {
    return this.part.start();
  }

  /** As a power failure would. */
  kill(): Promise<void> {
    return this.part.kill();
  }

  /** In order, as Ctrl-C does. Idempotent. */
  stop(): Promise<void> {
    return this.part.stop();
  }
}
