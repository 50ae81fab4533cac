import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server of the test's own that can be killed, and comes back where it was. */
export abstract class RestartableProcess {
  #child: ChildProcess | undefined;
  #said = '';

  /** What it has said on its standard output since it was started the last time. */
  protected get said(): string {
    return this.#said;
  }

  /** The program and its arguments, and the words with which it says that it serves. */
  protected abstract command(): readonly [file: string, args: readonly string[], ready: string];

  /** Stops it, if it runs, and starts it. Throws when it ends before it serves. */
  async restart(): Promise<void> {
    await this.stop();
    const [file, args, ready] = this.command();
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    // A run that is cut short must not leave its servers behind.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.removeListener('exit', end));
    this.#said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        this.#said += part;
        if (this.#said.includes(ready)) resolve();
      });
      child.stdout.once('end', () => reject(new Error(`${file} did not start`)));
    });
  }

  /** As a crash would: nothing is said to clients. Idempotent. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
