import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const args = ['--disable-warning=ExperimentalWarning', '--import'];
args.push(pathOf('../../tools/run-typescript.mjs'), pathOf('host.ts'));

/**
 * Tells tests, in whichever process they run, where the host of a shape is, which it starts for the
 * first that asks: `GET /split` is answered with an address.
 */
export class Hosts {
  #children = [];
  #addresses = new Map();
  #server = createServer((request, response) => {
    this.#addressOf(request.url.slice(1)).then(
      (address) => response.end(address),
      (error) => response.writeHead(500).end(error.message),
    );
  });

  /** Resolves with the address at which it answers. */
  async serve() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  async close() {
    this.#server.close();
    const ends = this.#children
      .filter(({ connected }) => connected)
      .map((child) => {
        child.disconnect();
        return once(child, 'exit');
      });
    await Promise.all(ends);
  }

  #addressOf(shape) {
    if (!this.#addresses.has(shape)) this.#addresses.set(shape, this.#start(shape));
    return this.#addresses.get(shape);
  }

  async #start(shape) {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
    const child = spawn(process.execPath, [...args, shape], { stdio });
    this.#children.push(child);
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The host of ${shape} has ended (${code})`);
    });
    const [{ port }] = await Promise.race([once(child, 'message'), ended]);
    return `http://127.0.0.1:${port}`;
  }
}
