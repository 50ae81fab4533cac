import { once } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { StartRefused } from '../../config/start-refused.js';

/**
 * The right of one process to a data directory. It is held by listening on an abstract socket (a
 * name in the kernel, no file) made of the directory's identity: whichever way a process dies, its
 * claim is gone, and no process id is ever trusted. Another machine, or a container with a network
 * of its own, is kept off by the lock of the engine itself.
 */
export class DataDirectoryClaim {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /**
   * Makes the directory (mode 0700) if need be. Throws `StartRefused`, which says why there can be
   * none or names the process that has it.
   */
  static async on(directory: string): Promise<DataDirectoryClaim> {
    makeDirectory(directory);
    const name = socketName(directory);
    for (;;) {
      const server = await listen(name);
      if (server) return new DataDirectoryClaim(server);
      const owner = await askOwner(name);
      // No answer: it left between the two questions, so the name may be free now.
      if (owner === undefined) continue;
      throw new StartRefused(
        `The data directory ${directory} is in use by process ${owner}. ` +
          'Stop that one first, or give this one another (`--data-dir`, PARLEY_DATA_DIR).',
      );
    }
  }

  /** Idempotent. */
  async release(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    // A file is in the way, no permission, a full disk: the operator chooses another place.
    const { code = 'unknown' } = error as { code?: string };
    throw new StartRefused(
      `The data directory ${directory} cannot be made (${code}). ` +
        'Choose another (`--data-dir`, PARLEY_DATA_DIR).',
    );
  }
}

function socketName(directory: string): string {
  // Device and inode: the same directory by whatever path, link or mount it is reached.
  const { dev, ino } = statSync(directory, { bigint: true });
  return `\0parley-data-${dev}-${ino}`;
}

async function listen(name: string): Promise<Server | undefined> {
  const server = createServer((socket) => {
    // The asker may be gone before it hears the answer; that is its own business.
    socket.on('error', () => socket.destroy());
    socket.end(String(process.pid));
  });
  server.listen(name);
  try {
    await once(server, 'listening');
  } catch (error) {
    // EADDRINUSE: somebody has it, which is what the caller wants to know.
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  // The claim alone keeps no process alive.
  server.unref();
  return server;
}

async function askOwner(name: string): Promise<string | undefined> {
  const socket = connect(name);
  // A stopped owner (SIGSTOP) answers nothing, and is an owner all the same.
  socket.setTimeout(1000, () => socket.destroy());
  try {
    await once(socket, 'connect');
    const [said] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [unknown];
    return Buffer.isBuffer(said) ? said.toString() : '(which does not answer)';
  } catch {
    // ECONNREFUSED: it left just now.
    return undefined;
  } finally {
    socket.destroy();
  }
}
