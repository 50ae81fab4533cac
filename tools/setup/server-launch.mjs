import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { lockedNode, root } from './places.mjs';

/** npm repeats a Ctrl-C to us that the terminal has sent us already; people take longer. */
const echoMs = 500;

/** The built server as a process; it drains at `stop`, and when this process dies. */
export class ServerLaunch {
  /** Resolves with its address; rejects when it ends before it has one. */
  ready;
  /** Resolves with the exit code for us: 0 when it ended because it was told to. */
  ended;
  #child;
  #stoppedAt;

  /** `app`: a folder of `apps`. */
  static of(app, environment) {
    const args = ['--enable-source-maps', join(root, 'dist/apps', app, 'src/main.js')];
    const child = spawn(lockedNode(), args, {
      cwd: root,
      env: environment,
      // Its own session: a Ctrl-C of the terminal comes through us, once. By the channel it sees our end.
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      detached: true,
    });
    return new ServerLaunch(child);
  }

  constructor(child) {
    this.#child = child;
    const { promise, resolve, reject } = withResolvers();
    this.ready = promise;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^Parley is ready: (\S+)/.exec(line)?.[1];
      if (address) resolve(address);
      else console.log(line);
    });
    this.ended = new Promise((end) => {
      child.once('close', (code, signal) => {
        reject(new Error(this.#stoppedAt ? 'Stopped.' : 'The server did not start.'));
        end(this.#stoppedAt && !(code > 0) ? 0 : (code ?? (signal ? 1 : 0)));
      });
    });
  }

  /** The first time it drains, the second time it is forced, the third time it is killed. */
  stop() {
    const sinceMs = Date.now() - (this.#stoppedAt ?? -Infinity);
    if (sinceMs < echoMs) return;
    if (this.#stoppedAt === undefined) console.log('\nStopping … (Ctrl-C again forces)');
    this.#child.kill(this.#isForced ? 'SIGKILL' : 'SIGTERM');
    this.#isForced = this.#stoppedAt !== undefined;
    this.#stoppedAt = Date.now();
  }

  #isForced = false;
}

function withResolvers() {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
