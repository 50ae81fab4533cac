import type { IncomingMessage } from 'node:http';
import { Problem, problem, userRoom, type UserId } from '@app/contracts';
import type { Server, Socket } from 'socket.io';
import type { Config } from '../config/config.js';
import type { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import type { AccessTokens } from '../tokens/access-tokens.js';
import { bearerOf } from './actor-guard.js';
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

/**
 * Who may connect: a known origin, a good token, not too many at once. What is refused hears
 * `connect_error` with the problem as its `data`, and is closed.
 */
export class SocketDoor {
  /** `Map<address, connections>`, signed in or not. */
  readonly #perAddress = new Map<string, number>();
  isShut = false;

  constructor(
    private readonly tokens: AccessTokens,
    private readonly config: DoorConfig,
    private readonly metrics: RealtimeMetrics,
  ) {}

  /** For `allowRequest`: refuses before there is a connection, which takes no words. */
  readonly isOpenFor = (
    request: IncomingMessage,
    tell: (refusal: string | null | undefined, isAllowed: boolean) => void,
  ): void => {
    const open = this.#perAddress.get(this.#addressOf(request)) ?? 0;
    tell(null, open < this.config.socketsPerAddress + headroom);
  };

  /** Counts connections from their first byte on, and checks each handshake. */
  guard(server: Server): void {
    server.engine.on('connection', (connection: EngineConnection) => this.#count(connection));
    server.use((socket, next) => {
      try {
        this.#admit(server, socket);
        next();
      } catch (error) {
        // A handshake that is refused: Socket.IO takes the reason as an argument.
        this.metrics.refusedHandshakes++;
        next(refusalOf(error));
        // A polite client has left by then; another one does not stay.
        setTimeout(() => socket.conn.close(), 1000).unref();
      }
    });
  }

  /** Connections that are open now, from one address. */
  connectionsFrom(address: string): number {
    return this.#perAddress.get(address) ?? 0;
  }

  #admit(server: Server, socket: Socket): void {
    if (this.isShut) throw problem('draining');
    this.#checkTransport(socket.request);
    this.#checkOrigin(socket.request);
    if (this.connectionsFrom(this.#addressOf(socket.request)) > this.config.socketsPerAddress) {
      throw problem('rate_limited', { retryAfterMs });
    }
    const { auth, headers } = socket.handshake;
    const verified = this.tokens.verify(auth['token'] ?? bearerOf(headers.authorization));
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

interface EngineConnection extends NodeJS.EventEmitter {
  readonly request: IncomingMessage;
}

/** Socket.IO sends `message` and `data` of the error. */
function refusalOf(error: unknown): Error {
  const refusal = error instanceof Problem ? (error as Problem) : problem('internal');
  return Object.assign(new Error(refusal.code), { data: refusal.toJSON() });
}
