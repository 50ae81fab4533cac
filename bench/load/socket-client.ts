import { WebSocket } from 'ws';

export type OnEvent = (event: string, payload: unknown) => void;

/**
 * One connection of the load generator: Socket.IO's wire protocol over a bare WebSocket, since the
 * stock client would cost more than the servers that are measured.
 */
export class SocketClient {
  readonly #acks = new Map<number, (ack: unknown) => void>();
  #lastAck = 0;

  private constructor(
    private readonly socket: WebSocket,
    private readonly onEvent: OnEvent,
  ) {}

  /** Resolves once the server took the connection; with a token, once it said `ready`. */
  static connect(url: string, onEvent: OnEvent, token?: string): Promise<SocketClient> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { perMessageDeflate: false });
    return new Promise((resolve, reject) => {
      const client = new SocketClient(socket, (event, payload) => {
        if (event === 'ready') resolve(client);
        onEvent(event, payload);
      });
      socket.once('error', reject);
      socket.on('message', (data: Buffer) => {
        const packet = data.toString('latin1');
        if (packet.startsWith('0')) socket.send(token ? `40${JSON.stringify({ token })}` : '40');
        else if (packet.startsWith('44')) reject(new Error(packet));
        else if (packet.startsWith('40') && !token) resolve(client);
        else client.#take(packet);
      });
    });
  }

  emit(event: string, payload: unknown): Promise<unknown> {
    const id = ++this.#lastAck;
    this.socket.send(`42${id}${JSON.stringify([event, payload])}`);
    return new Promise((resolve) => this.#acks.set(id, resolve));
  }

  close(): void {
    this.socket.terminate();
  }

  #take(packet: string): void {
    if (packet === '2') this.socket.send('3');
    else if (packet.startsWith('42')) {
      const [event, payload] = JSON.parse(packet.slice(packet.indexOf('['))) as [string, unknown];
      this.onEvent(event, payload);
    } else if (packet.startsWith('43')) {
      const start = packet.indexOf('[');
      const id = Number(packet.slice(2, start));
      const [ack] = JSON.parse(packet.slice(start)) as [unknown];
      this.#acks.get(id)?.(ack);
      this.#acks.delete(id);
    }
  }
}
