import type { Clock } from '../clock/clock.js';
import { DueQueue } from '../clock/due-queue.js';
import type { Ticker } from '../clock/ticker.js';
import {
  bytesHeard,
  destroy,
  ping,
  takePingsOver,
  type PingedConnection,
} from './socket-internals.js';

/** What engine.io tells its clients, and does by itself without a `Pulse`. In ms. */
export const pulseTimes = { pingInterval: 25_000, pingTimeout: 20_000 } as const;

/** How often it is looked who is due, in ms. */
const beatMs = 500;

/**
 * Pings every connection a while after its last answer, and cuts off who says nothing to it: what
 * engine.io does with two timers per connection, for all of them at once. Waking an idle process
 * costs more than a ping, and here what is due within half a second shares it.
 */
export class Pulse {
  /** Those who have answered, by when they are asked again. */
  readonly #quiet = new DueQueue<PingedConnection>(pulseTimes.pingInterval);
  /** Those who were asked, by when they are to have said something. */
  readonly #asked = new DueQueue<PingedConnection>(pulseTimes.pingTimeout);
  /** What they had said by then, in bytes. */
  readonly #heard = new WeakMap<PingedConnection, number>();
  readonly #stop: () => void;

  constructor(
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    this.#stop = ticker.every(beatMs, () => this.#beat());
  }

  /** From its `connection` event on. */
  watch(connection: PingedConnection): void {
    takePingsOver(connection);
    this.#rest(connection);
    connection.on('heartbeat', () => this.#rest(connection));
    connection.once('close', () => {
      this.#quiet.delete(connection);
      this.#asked.delete(connection);
    });
  }

  /** Connections that are watched now. */
  get size(): number {
    return this.#quiet.size + this.#asked.size;
  }

  /** Nobody is asked any more. Idempotent. */
  stop(): void {
    this.#stop();
  }

  #beat(): void {
    const nowMs = this.#now();
    for (const connection of this.#asked.take(nowMs)) {
      // Who speaks is there, although a large upload may keep the answer to the ping waiting.
      if (bytesHeard(connection) === this.#heard.get(connection)) destroy(connection);
      else this.#ask(connection, nowMs);
    }
    for (const connection of this.#quiet.take(nowMs)) this.#ask(connection, nowMs);
  }

  #ask(connection: PingedConnection, nowMs: number): void {
    this.#heard.set(connection, bytesHeard(connection));
    this.#asked.put(connection, nowMs);
    ping(connection);
  }

  #rest(connection: PingedConnection): void {
    this.#asked.delete(connection);
    this.#quiet.put(connection, this.#now());
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
