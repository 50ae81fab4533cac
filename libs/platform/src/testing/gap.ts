import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands before a server whose connections can be dropped without a word, as by a network. */
export class Gap {
  /** Of the server, by way of this. */
  readonly url: string;
  readonly #sockets = new Set<Socket>();
  #dropped = new WeakSet<Socket>();
  readonly #server: Server;

  private constructor(server: Server, url: string) {
    this.#server = server;
    const { hostname, port } = new URL(url);
    server.on('connection', (near) => this.#join(near, connect(Number(port), hostname)));
    const through = new URL(url);
    through.port = String((server.address() as AddressInfo).port);
    this.url = through.href;
  }

  static async before(url: string): Promise<Gap> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Gap(server, url);
  }

  /** Nothing gets through the connections that there are any more; those made later are sound. */
  open(): void {
    this.#dropped = new WeakSet(this.#sockets);
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (bytes) => this.#dropped.has(from) || to.write(bytes));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  }
}
