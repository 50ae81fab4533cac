import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '../../config/start-refused.js';
import { engineFlags, type EngineTask } from './engine-flags.js';
import type { Engine } from './find-engine.js';

const recoveryMs = 60_000;
const stopMs = 30_000;
const maxLogBytes = 5_000_000;

/**
 * A running engine. It is in a session of its own, so that a Ctrl-C in the terminal does not reach
 * it; a process that exits in a hurry takes it along, and it still stops in order.
 */
export class EngineProcess {
  /** Resolves when the process is gone, whoever ended it. */
  readonly gone: Promise<void>;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
    const endIt = (): void => void child.kill('SIGTERM');
    process.once('exit', endIt);
    this.gone = new Promise((resolve) => {
      child.once('exit', () => {
        process.removeListener('exit', endIt);
        resolve();
      });
    });
  }

  /**
   * Resolves once it accepts connections, which after a crash includes its recovery. What it says
   * goes to `log`. Throws `StartRefused` with the end of that when it leaves before.
   */
  static async start(engine: Engine, task: EngineTask, log: string): Promise<EngineProcess> {
    mkdirSync(task.folder, { recursive: true, mode: 0o700 });
    // A file and no pipe: the engine may outlive us, and must not die of saying something then.
    const output = openSync(log, isLong(log) ? 'w' : 'a', 0o600);
    const child = spawn(engine.file, engineFlags(engine.kind, task), {
      cwd: task.folder,
      // Nothing inherited: variables such as SECANTUS_DATA_NONLOGGED would weaken its promises.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      stdio: ['ignore', output, output],
      detached: true,
    });
    closeSync(output);
    await once(child, 'spawn').catch((error: unknown) => {
      // The file is there (see `findEngine`), but for another machine or without its libraries.
      throw new StartRefused(`${engine.file} cannot be started: ${String(error)}`);
    });
    const started = new EngineProcess(child);
    await started.#answers(task.port, engine, log);
    return started;
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** In order: what is written is flushed. By force after 30 s. Idempotent. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const force = setTimeout(() => this.#child.kill('SIGKILL'), stopMs);
    await this.gone;
    clearTimeout(force);
  }

  /** As a power failure would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.gone;
  }

  async #answers(port: number, engine: Engine, log: string): Promise<void> {
    const deadline = Date.now() + recoveryMs;
    while (!(await accepts(port))) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new StartRefused(`${engine.file} left at once. It said:\n${tail(log)}`);
      }
      if (Date.now() > deadline) {
        await this.kill();
        throw new StartRefused(`${engine.file} did not answer within a minute. See ${log}`);
      }
      await pause(20);
    }
  }
}

/** Whether somebody listens on this port of loopback. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

function isLong(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes;
}

const tail = (file: string): string =>
  readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
