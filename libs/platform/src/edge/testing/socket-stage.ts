import { once } from 'node:events';
import type { AddressInfo, Server as HttpServer } from 'node:net';
import {
  JoinChat,
  SessionId,
  Typing,
  UserId,
  type Actor,
  type ServerEvent,
  type TokenBearer,
} from '@app/contracts';
import { Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessageBody, SubscribeMessage, WebSocketServer } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import {
  io,
  type ManagerOptions,
  type Socket as Client,
  type SocketOptions,
} from 'socket.io-client';
import { WebSocket } from 'ws';
import { adapters, type Adapters } from '../../adapters.js';
import { configFrom, type Config } from '../../config/config.js';
import { PlatformModule } from '../../platform.module.js';
import { AccessTokens } from '../../tokens/access-tokens.js';
import { writeProgramToken } from '../../tokens/program-token.js';
import { CurrentActor } from '../current-actor.js';
import { EdgeGateway } from '../edge-gateway.js';
import { EdgeSocketAdapter } from '../edge-socket-adapter.js';
import { SocketGreeter } from '../socket-greeter.js';
import { KnownTokens } from './known-tokens.js';

/** What the gateway of the stage was asked, and a brake on `join_chat`. */
@EdgeGateway()
export class StageGateway {
  @WebSocketServer()
  readonly server!: Server;
  readonly heard: [UserId, string][] = [];
  /** `join_chat` is answered after it. */
  released: Promise<void> = Promise.resolve();

  @SubscribeMessage('typing')
  typing(@CurrentActor() actor: Actor, @MessageBody({ schema: Typing }) typing: Typing) {
    this.heard.push([actor.userId, typing.chatId]);
    return { ok: true };
  }

  @SubscribeMessage('join_chat')
  async joinChat(@CurrentActor() actor: Actor, @MessageBody({ schema: JoinChat }) chat: JoinChat) {
    this.heard.push([actor.userId, chat.chatId]);
    await this.released;
    return { ok: true };
  }

  @SubscribeMessage('heartbeat')
  heartbeat(): never {
    throw new RangeError('a bug');
  }
}

/** A client, with everything it has heard. */
export interface Visitor {
  readonly client: Client;
  readonly heard: (readonly [event: string, payload: unknown])[];
  /** Emits, and waits for the ack. */
  readonly ask: (event: string, ...payload: unknown[]) => Promise<unknown>;
}

/** An app with sockets and nothing else: real server, real clients. */
export class SocketStage {
  readonly #clients: Client[] = [];
  readonly #raw: WebSocket[] = [];

  private constructor(
    readonly app: INestApplication,
    readonly ports: Adapters,
    /** Personal access tokens by their ids. */
    readonly programs: Map<string, TokenBearer>,
  ) {}

  static async open(
    environment: Record<string, string> = {},
    given?: Adapters,
    refine: (config: Config) => Partial<Config> = () => ({}),
  ): Promise<SocketStage> {
    const ports = given ?? (await adapters({}));
    const config = configFrom({ JWT_SECRET: 's'.repeat(32), ...environment });
    const programs = new Map<string, TokenBearer>();
    const platform = PlatformModule.forRoot(ports, { ...config, ...refine(config) });
    @Module({
      imports: [platform, KnownTokens.of(programs)],
      providers: [StageGateway],
    })
    class StageModule {}
    const app = await NestFactory.create(StageModule, { abortOnError: false });
    app.useWebSocketAdapter(new EdgeSocketAdapter(app));
    await app.listen(0, '127.0.0.1');
    return new SocketStage(app, ports, programs);
  }

  get port(): number {
    return ((this.app.getHttpServer() as HttpServer).address() as AddressInfo).port;
  }

  get gateway(): StageGateway {
    return this.app.get(StageGateway);
  }

  get greeter(): SocketGreeter {
    return this.app.get(SocketGreeter);
  }

  token(actor: Actor): string {
    return this.app.get(AccessTokens).sign(actor).token;
  }

  /** A personal access token, with these scopes. */
  program({ userId, sessionId, role }: Actor, ...scopes: string[]): string {
    this.programs.set(sessionId, { userId, role, scopes });
    return writeProgramToken({ tokenId: sessionId, secret: '0'.repeat(32) });
  }

  /** Connects; does not wait. */
  connect(token: unknown, options: Partial<ManagerOptions & SocketOptions> = {}): Visitor {
    const defaults = { transports: ['websocket'], forceNew: true, reconnection: false };
    const client = io(`http://127.0.0.1:${this.port}`, {
      ...defaults,
      auth: { token },
      ...options,
    });
    this.#clients.push(client);
    const heard: [string, unknown][] = [];
    client.onAny((event: string, payload: unknown) => heard.push([event, payload]));
    const ask = (event: string, ...payload: unknown[]) =>
      client.timeout(3000).emitWithAck(event, ...payload) as Promise<unknown>;
    return { client, heard, ask };
  }

  /** Connects, and resolves once the socket is in its rooms. Rejects when it is refused. */
  async enter(who: Actor, options?: Partial<ManagerOptions & SocketOptions>): Promise<Visitor> {
    const visitor = this.connect(this.token(who), options);
    await Promise.race([heardBy(visitor, 'ready'), refusalOf(visitor)]);
    return visitor;
  }

  /** Connects, and resolves with the problem that the handshake was refused by. */
  async knock(token: unknown, options?: Partial<ManagerOptions & SocketOptions>): Promise<unknown> {
    return problemAt(this.connect(token, options).client);
  }

  /** A bare WebSocket that has signed in: for what no stock client sends. */
  async enterRaw(who: Actor): Promise<{ socket: WebSocket; frames: string[] }> {
    const frames: string[] = [];
    const socket = new WebSocket(
      `ws://127.0.0.1:${this.port}/socket.io/?EIO=4&transport=websocket`,
    );
    this.#raw.push(socket);
    socket.on('open', () => socket.send(`40${JSON.stringify({ token: this.token(who) })}`));
    await new Promise<void>((resolve) =>
      socket.on('message', (data) => {
        const frame = (data as Buffer).toString();
        frames.push(frame);
        if (frame.startsWith('42["ready"')) resolve();
      }),
    );
    frames.length = 0;
    return { socket, frames };
  }

  /** Asks for another namespace on a connection of its own. */
  connectTo(namespace: string, who: Actor): Client {
    const client = io(`http://127.0.0.1:${this.port}${namespace}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token: this.token(who) },
    });
    this.#clients.push(client);
    return client;
  }

  /** A bare WebSocket that says these packets at once. Resolves with the first answer to them. */
  async speakRaw(...packets: string[]): Promise<{ socket: WebSocket; frames: string[] }> {
    const frames: string[] = [];
    const socket = new WebSocket(
      `ws://127.0.0.1:${this.port}/socket.io/?EIO=4&transport=websocket`,
    );
    this.#raw.push(socket);
    await once(socket, 'message');
    const ended = once(socket, 'close');
    const heard = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        frames.push((data as Buffer).toString());
        resolve();
      });
    });
    for (const packet of packets) socket.send(packet);
    await Promise.race([heard, ended]);
    return { socket, frames };
  }

  /** The names that the server keeps now. */
  namespaces(): readonly string[] {
    return [...this.gateway.server._nsps.keys()];
  }

  /** A bare WebSocket that says nothing; whether it was let in. */
  connectRaw(): { outcome: Promise<'open' | 'refused'> } {
    const socket = new WebSocket(
      `ws://127.0.0.1:${this.port}/socket.io/?EIO=4&transport=websocket`,
    );
    this.#raw.push(socket);
    const outcome = new Promise<'open' | 'refused'>((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', () => resolve('refused'));
    });
    return { outcome };
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    for (const socket of this.#raw) socket.terminate();
    await this.app.close();
  }
}

/** Somebody with a session of their own. */
export function actorNamed(name: string, session = `s-${name}`): Actor {
  return { userId: UserId.parse(name), sessionId: SessionId.parse(session), role: 'member' };
}

/** Resolves with the payload of an event, whether it was heard before or comes now. */
export async function heardBy<N extends 'ready' | 'problem' | 'auth_expiring' | 'draining'>(
  { client, heard }: Visitor,
  event: N,
): Promise<ServerEvent<N>> {
  const before = heard.find(([name]) => name === event);
  if (before) return before[1] as ServerEvent<N>;
  return (await once(client as never, event))[0] as ServerEvent<N>;
}

/** Resolves with the problem that a handshake is refused by. */
export async function problemAt(client: Client): Promise<unknown> {
  const [error] = (await once(client as never, 'connect_error')) as [{ data?: unknown }];
  return error.data;
}

/** Rejects with what the handshake is refused by. */
export async function refusalOf({ client }: Visitor): Promise<never> {
  const [error] = (await once(client as never, 'connect_error')) as [Error];
  throw error;
}
