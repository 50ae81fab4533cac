import type { Person } from '../people/person.js';
import { io, type Socket } from 'socket.io-client';
import { LOST, reconnectDelay } from '../../libs/web-realtime/src/reconnect-delay.js';

/** How one client came back after its line had broken. */
export interface Return {
  /** Ms that it chose to wait before its first try. */
  readonly waited: number;
  readonly tries: number;
  /** Ms from the loss until the server said that it is in all its rooms. */
  readonly took: number;
}

/**
 * Signed-in clients that say nothing and come back as the web client does: with its delays, and not
 * with those of a stock socket.
 */
export class IdleClients {
  readonly returns: Return[] = [];
  readonly #sockets = new Set<Socket>();
  #isClosed = false;

  private constructor(private readonly url: string) {}

  /** So many of each of them. Resolves when all are in. */
  static async arrive(url: string, people: readonly Person[], each: number): Promise<IdleClients> {
    const clients = new IdleClients(url);
    const all = people.flatMap(({ token }) => Array.from({ length: each }, () => token));
    // So many at once may find no room at first, as those that come back.
    const enter = (token: string) => clients.#stay(token).catch(() => clients.#tryAgain(token));
    await Promise.all(all.map(enter));
    return clients;
  }

  /** Those that are in now. */
  get count(): number {
    return this.#sockets.size;
  }

  close(): void {
    this.#isClosed = true;
    for (const socket of this.#sockets) socket.close();
  }

  /** Comes in, and again whenever the line breaks. */
  async #stay(token: string): Promise<void> {
    const socket = await this.#enter(token);
    this.#sockets.add(socket);
    socket.once('disconnect', () => {
      this.#sockets.delete(socket);
      if (!this.#isClosed) void this.#comeBack(token);
    });
  }

  async #comeBack(token: string): Promise<void> {
    const lostAt = performance.now();
    const delays = await this.#tryAgain(token);
    if (this.#isClosed) return;
    const took = performance.now() - lostAt;
    this.returns.push({ waited: delays[0]!, tries: delays.length, took });
  }

  /** Until it is in, or all are closed. Resolves with how long it waited before each try. */
  async #tryAgain(token: string): Promise<number[]> {
    const delays: number[] = [];
    for (;;) {
      delays.push(reconnectDelay(LOST + delays.length, Math.random));
      await new Promise((resolve) => setTimeout(resolve, delays.at(-1)));
      if (this.#isClosed) return delays;
      try {
        await this.#stay(token);
        return delays;
      } catch {
        // Nobody there yet, or no room: the next try waits longer.
      }
    }
  }

  #enter(token: string): Promise<Socket> {
    const options = { transports: ['websocket'], reconnection: false, forceNew: true };
    const socket = io(this.url, { ...options, auth: { token } });
    return new Promise((resolve, reject) => {
      socket.once('ready', () => resolve(socket));
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
  }
}
