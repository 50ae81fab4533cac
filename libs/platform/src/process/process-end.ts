import { StartRefused } from '../config/start-refused.js';

/** The set-up scripts run on Node 20 and bring this one along. */
const oldestNode = 24;

/** Codes of what `listen` refuses, and what that means to an operator. */
const addressTrouble: Readonly<Record<string, string>> = {
  EADDRINUSE: 'somebody else listens there already. Choose another port (`--port`, PORT).',
  EACCES: 'this user may not listen there. Choose a port above 1023 (`--port`, PORT).',
  EADDRNOTAVAIL: 'this machine does not have that address (`--host`, PARLEY_HOST).',
};

/**
 * Runs `start`. What its operator can act on is said in words, without a stack; every failure ends
 * the process with code 1, and its database engine with it (see `EngineProcess`).
 */
export async function startOrRefuse(start: () => Promise<void>): Promise<void> {
  try {
    if (Number.parseInt(process.versions.node) < oldestNode) {
      throw new StartRefused(
        `Parley runs on Node ${oldestNode}, and this is ${process.versions.node}. ` +
          'Start it by `npm start`, which brings the right one.',
      );
    }
    await start();
  } catch (error) {
    // The last place that can tell a wrong setting from a bug.
    console.error(error instanceof StartRefused ? error.message : (inWords(error) ?? error));
    process.exit(1);
  }
}

/**
 * The ways in which the process ends besides a signal while it serves, at which the app drains: a
 * signal before that ends it at once, a second one forces, and the end of the launcher counts as a
 * signal.
 */
export class ProcessEnd {
  #endsAtSignal = true;

  constructor() {
    const signalled = (): void => {
      if (this.#endsAtSignal) process.exit(1);
      this.#endsAtSignal = true;
    };
    process.on('SIGINT', signalled).on('SIGTERM', signalled);
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  }

  /**
   * From now on the first signal is the app's to handle. Says so on standard output, in the line
   * that `npm start` and other scripts wait for: `Parley is ready: <address>`.
   */
  serving(address: string): void {
    this.#endsAtSignal = false;
    console.log(`Parley is ready: ${address.replace('127.0.0.1', 'localhost')}`);
  }

  /** Drains the app when this comes true, and ends with code 1. */
  async whenFailed(failed: Promise<Error> | undefined): Promise<void> {
    const reason = await failed;
    if (reason === undefined) return;
    console.error(reason);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  }
}

function inWords(error: unknown): string | undefined {
  const { code, address, port } = error as { code?: string; address?: string; port?: number };
  const trouble = code === undefined ? undefined : addressTrouble[code];
  return trouble && `${address}:${port}: ${trouble}`;
}
