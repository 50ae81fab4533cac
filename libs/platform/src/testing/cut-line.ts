import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The way to a server, which can be cut, or fall silent, in the middle of whatever is said. */
export class CutLine {
  private readonly sockets = new Set<Socket>();
  private isUp = true;

  private constructor(
    private readonly server: Server,
    private readonly to: string,
  ) {
    server.on('connection', (socket: Socket) => this.join(socket));
  }

  static async to(url: string): Promise<CutLine> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new CutLine(server, url);
  }

  /** Of the server, by this way. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return this.to.replace(new URL(this.to).host, `127.0.0.1:${port}`);
  }

  /** What is connected is cut off, and nothing else comes through until `mend`. */
  cut(): void {
    this.isUp = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isUp = true;
  }

  /**
   * Nothing gets through what is connected any more, and nobody is told, as where a network drops
   * it. What is connected later is sound.
   */
  drop(): void {
    for (const socket of this.sockets) socket.unpipe().resume();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    if (!this.isUp) {
      near.destroy();
      return;
    }
    const { hostname, port } = new URL(this.to);
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      // A line that is cut has an error at its ends, and that is what is meant.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
