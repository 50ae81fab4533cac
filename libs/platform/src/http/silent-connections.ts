import type { Server, Socket } from 'node:net';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** How long a connection may still come out with its first request when we stop, in ms. */
const firstWordMs = 1000;

/**
 * Connections that have asked nothing yet, as browsers open them ahead: Node counts them among
 * those with a request under way, so a server that stops would wait for them until it cuts off.
 */
@Injectable()
export class SilentConnections implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #open = new Set<Socket>();

  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
    });
  }

  /** Does not wait: the server stops to listen meanwhile. */
  beforeApplicationShutdown(): void {
    setTimeout(() => {
      for (const socket of this.#open) if (socket.bytesRead === 0) socket.destroy();
    }, firstWordMs).unref();
  }
}
