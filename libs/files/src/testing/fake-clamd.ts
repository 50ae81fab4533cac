import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** What every scanner takes for a virus, and nobody is hurt by; in no source in one piece. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);

/** How it answers: as clamd does; not at all; or it hangs up in the middle. */
export type Manners = 'good' | 'silent' | 'hanging up';

/**
 * What speaks as clamd does, and knows one virus. It never reads more than it is asked to: who
 * sends on regardless fills its own memory.
 */
export class FakeClamd {
  manners: Manners = 'good';
  /** Bytes of contents that it was sent, and how many it looked at. */
  seenBytes = 0;
  seenContents = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();

  /** `at`: a port of the loopback (0: a free one), or the path of a socket. */
  constructor(
    private at: number | string = 0,
    private readonly maxBytes = 25_000_000,
  ) {}

  static async start(...args: ConstructorParameters<typeof FakeClamd>): Promise<FakeClamd> {
    const clamd = new FakeClamd(...args);
    await clamd.start();
    return clamd;
  }

  /** As `PARLEY_CLAMD` has it. */
  get address(): string {
    return typeof this.at === 'string' ? this.at : `127.0.0.1:${this.at}`;
  }

  /** Again where it was. */
  async start(): Promise<void> {
    const server = createServer((socket) => this.#serve(socket));
    this.#server = server;
    if (typeof this.at === 'string') server.listen(this.at);
    else server.listen(this.at, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound !== null && typeof bound !== 'string') this.at = bound.port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    // Whoever asked may be gone.
    socket.on('error', () => undefined);
    void this.#answer(socket).catch(() => socket.destroy());
  }

  async #answer(socket: Socket): Promise<void> {
    const bytes = new Portions(socket);
    const command = await bytes.upToNull();
    if (this.manners === 'silent') return;
    if (this.manners === 'hanging up') {
      socket.destroy();
      return;
    }
    if (command === 'zPING') socket.end('PONG\0');
    else if (command === 'zINSTREAM') socket.end(`${await this.#look(bytes)}\0`);
    else socket.end('UNKNOWN COMMAND\0');
  }

  async #look(bytes: Portions): Promise<string> {
    let tail = Buffer.alloc(0);
    let found = false;
    for (let seen = 0; ;) {
      const length = (await bytes.take(4)).readUInt32BE();
      if (length === 0) break;
      seen += length;
      if (seen > this.maxBytes) return 'INSTREAM size limit exceeded. ERROR';
      const portion = await bytes.take(length);
      this.seenBytes += length;
      tail = Buffer.concat([tail, portion]);
      found ||= tail.includes(eicar);
      tail = tail.subarray(-eicar.length);
    }
    this.seenContents++;
    return found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }
}

/** What comes on a connection, as it is asked for. */
class Portions {
  readonly #chunks: AsyncIterator<Buffer>;
  #ready = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async take(count: number): Promise<Buffer> {
    while (this.#ready.length < count) await this.#more();
    const taken = this.#ready.subarray(0, count);
    this.#ready = this.#ready.subarray(count);
    return taken;
  }

  async upToNull(): Promise<string> {
    while (!this.#ready.includes(0)) await this.#more();
    const end = this.#ready.indexOf(0);
    return (await this.take(end + 1)).subarray(0, end).toString('latin1');
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done === true) throw new Error('They are gone');
    this.#ready = Buffer.concat([this.#ready, next.value]);
  }
}
