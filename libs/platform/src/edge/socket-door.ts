import type { IncomingMessage } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { Problem, problem, userRoom, type UserId } from '@app/contracts';
import type { Server, Socket } from 'socket.io';
import type { Config } from '../config/config.js';
import type { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import type { Bearers } from '../tokens/bearers.js';
import { checkScope } from '../tokens/check-scope.js';
import { destroy, mainSocketOf, type Connection } from '../realtime/socket-internals.js';
import { bearerOf } from './actor-guard.js';
import type { EdgeSocket } from './edge-socket.js';
import type { EventGate } from './event-gate.js';
import { networkOf } from '../http/network-of.js';
import { isSecure } from '../http/secure-transport.js';
import { isKnownOrigin } from './known-origin.js';
import { peerAddressOf } from './peer-address.js';

export type DoorConfig = Pick<
  Config,
  'clientOrigins' | 'isProduction' | 'socketsPerUser' | 'socketsPerAddress' | 'trustProxy'
>;

/** What a client over a cap should wait, in ms: sockets of dead connections are gone by then. */
const retryAfterMs = 30_000;

/** Connections beyond the cap of an address that are told why, before none is accepted at all. */
const headroom = 16;

/** Ms in which a polite client leaves after it was refused. */
const politeMs = 1000;

/**
 * Who may connect: a known origin, a good token, not too many at once, to the namespace `/`. What
 * is refused hears `connect_error` with the problem as its `data`, and is closed.
 */
export class SocketDoor {
  /** `Map<address, connections>`, signed in or not. */
  readonly #perAddress = new Map<string, number>();
  /** Connections that have asked for `/`: each may do so once. */
  readonly #asked = new WeakSet<object>();
  /** Those that asked for another namespace before they were signed in: once, too. */
  readonly #astray = new WeakSet<object>();
  isShut = false;
  /**
   * Others take who comes, for a while: there is not even a connection, as stock clients try again
   * by themselves then, and not where a socket was refused.
   */
  isPaused = false;

  constructor(
    private readonly bearers: Bearers,
    private readonly config: DoorConfig,
    private readonly metrics: RealtimeMetrics,
    private readonly gate: Pick<EventGate, 'count'>,
  ) {}

  /** For `allowRequest`: refuses before there is a connection, which takes no words. */
  readonly isOpenFor = (
    request: IncomingMessage,
    tell: (refusal: string | null | undefined, isAllowed: boolean) => void,
  ): void => {
    const open = this.#perAddress.get(this.#addressOf(request)) ?? 0;
    tell(null, !this.isPaused && open < this.config.socketsPerAddress + headroom);
  };

  /** Counts connections from their first byte on, and checks each handshake. */
  guard(server: Server): void {
    server.engine.on('connection', (connection: EngineConnection) => this.#count(connection));
    server.use((socket, next) => {
      this.#admit(server, socket).then(
        () => next(),
        // A handshake that is refused: Socket.IO takes the reason as an argument.
        (error: unknown) => this.#refuse(socket, error, next),
      );
    });
    // Who leaves `/` has nothing here any more.
    server.on('connection', (socket) => socket.once('disconnect', () => socket.conn.close()));
    const others = server.of((_, __, isKnown) => isKnown(null, true));
    others.use((socket, next) => {
      this.#turnAway(socket).catch((error: unknown) => this.#refuse(socket, error, next));
    });
  }

  /** Connections that are open now, from one address. */
  connectionsFrom(address: string): number {
    return this.#perAddress.get(address) ?? 0;
  }

  #refuse(socket: Socket, why: unknown, tell: (refusal: Error) => void): void {
    this.metrics.refusedHandshakes++;
    tell(refusalOf(why));
    // A polite client has left by then; another one does not stay.
    const leave = () => !mainSocketOf(socket) && socket.conn.close();
    setTimeout(leave, politeMs).unref();
  }

  /** There is one namespace. Who asks for another spends what events are paid from. */
  async #turnAway(socket: Socket): Promise<never> {
    // Stock clients ask for all that they want at once: by then, `/` is let in or refused.
    await turn();
    const main = mainSocketOf(socket) as EdgeSocket | undefined;
    if (main) await this.gate.count(main);
    else onlyOnce(this.#astray, socket);
    throw problem('not_found');
  }

  async #admit(server: Server, socket: Socket): Promise<void> {
    onlyOnce(this.#asked, socket);
    if (this.isShut || this.isPaused) throw problem('draining');
    this.#checkTransport(socket.request);
    this.#checkOrigin(socket.request);
    if (this.connectionsFrom(this.#addressOf(socket.request)) > this.config.socketsPerAddress) {
      throw problem('rate_limited', { retryAfterMs });
    }
    const { auth, headers } = socket.handshake;
    const verified = await this.bearers.verify(auth['token'] ?? bearerOf(headers.authorization));
    checkScope(verified, 'events:read');
    this.#checkUser(server, verified.actor.userId);
    socket.data = verified;
  }

  /** The token comes after: what is sent in the open is not taken in production. */
  #checkTransport(request: IncomingMessage): void {
    const { isProduction, trustProxy } = this.config;
    if (isProduction && !isSecure(request, trustProxy)) throw problem('insecure_transport');
  }

  /** Browsers always say where a page is from; what says nothing is no browser. */
  #checkOrigin({ headers: { origin, host } }: IncomingMessage): void {
    if (!isKnownOrigin(origin, host, this.config)) throw problem('forbidden');
  }

  /** Counted by the room that they are all in, so that the count cannot be wrong. */
  #checkUser(server: Server, userId: UserId): void {
    const sockets = server.of('/').adapter.rooms.get(userRoom(userId))?.size ?? 0;
    if (sockets >= this.config.socketsPerUser) throw problem('rate_limited', { retryAfterMs });
  }

  #count(connection: EngineConnection): void {
    const address = this.#addressOf(connection.request);
    this.#perAddress.set(address, this.connectionsFrom(address) + 1);
    connection.once('close', () => {
      const rest = this.connectionsFrom(address) - 1;
      if (rest > 0) this.#perAddress.set(address, rest);
      else this.#perAddress.delete(address);
    });
  }

  #addressOf(request: IncomingMessage): string {
    return networkOf(peerAddressOf(request, this.config.trustProxy));
  }
}

/**
 * Ends a connection that asks again, as each ask costs a check and an answer, and as Socket.IO lets
 * those in that come at once: one connection would be many sockets. Stock clients never do.
 */
function onlyOnce(asked: WeakSet<object>, { conn }: Socket): void {
  if (asked.has(conn)) {
    destroy(conn as unknown as Connection);
    // To nobody, as the connection has ended.
    throw problem('rate_limited', { retryAfterMs });
  }
  asked.add(conn);
}

interface EngineConnection extends NodeJS.EventEmitter {
  readonly request: IncomingMessage;
}

/** Socket.IO sends `message` and `data` of the error. */
function refusalOf(error: unknown): Error {
  const refusal = error instanceof Problem ? (error as Problem) : problem('internal');
  return Object.assign(new Error(refusal.code), { data: refusal.toJSON() });
}
