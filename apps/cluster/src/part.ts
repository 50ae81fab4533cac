import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of the cluster, and how one sees that it is up. */
export interface Program {
  /** `chat-1`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Default: that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Resolves when it serves; throws when it does not yet. */
  readonly check: () => Promise<unknown>;
}

/** How long a part may take to serve, in ms: two dozen of them start at once on two cores. */
const startMs = 60_000;
const checkEveryMs = 50;

/** What must not outlive us. */
const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** One process of the cluster, which keeps its place over restarts. */
export class Part {
  #child: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();

  constructor(private readonly program: Program) {}

  get name(): string {
    return this.program.name;
  }

  /** Of the process; undefined while there is none. */
  get pid(): number | undefined {
    return this.isRunning ? this.#child?.pid : undefined;
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when the process of the last start has ended. */
  get gone(): Promise<void> {
    return this.#gone;
  }

  /** Resolves once it serves. Throws when it ends before, or takes longer than a minute. */
  async start(): Promise<void> {
    const { name, command, args, environment } = this.program;
    if (this.isRunning) throw new Error(`${name} runs already`);
    const child = spawn(command, args, {
      env: environment,
      // By the channel our apps see our end, and drain.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    alive.add(child);
    this.#gone = new Promise((resolve) => {
      child.once('exit', resolve).once('error', resolve);
    });
    void this.#gone.then(() => alive.delete(child));
    const failed = once(child, 'error').then(([error]) => {
      throw new Error(`${name} did not start: ${(error as Error).message}`);
    });
    await Promise.race([this.#serves(), failed]);
    failed.catch(() => undefined);
  }

  /** As a power failure would. Resolves once it is gone. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** In order. Idempotent. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** It is there and does nothing, until `resume`. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  async #serves(): Promise<void> {
    const until = performance.now() + startMs;
    for (;;) {
      try {
        await this.program.check();
        return;
      } catch (error) {
        // Not up yet; the reason is of interest only to whoever waited in vain.
        if (!this.isRunning) throw new Error(`${this.name} ended at once`, { cause: error });
        if (performance.now() > until) throw new Error(`${this.name} is not up`, { cause: error });
      }
      await sleep(checkEveryMs);
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.#child!, 'exit');
    this.#child!.kill(signal);
    await gone;
  }
}
