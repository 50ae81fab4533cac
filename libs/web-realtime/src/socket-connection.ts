import type {
  ClientEventAck,
  ClientEventInput,
  ClientEventName,
  ProblemBody,
  ServerEvent,
} from '@app/contracts';
import { ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';
import type { ChatConnection, ConnectionNews, Stop, Told } from './chat-connection';
import { NewsListeners } from './news-listeners';
import { OpenAsks } from './open-asks';
import { LOST, reconnectDelay } from './reconnect-delay';

/** What is used of a stock socket: one connection, which never reconnects by itself. */
export interface RawSocket {
  onAny(listener: (name: string, payload: unknown) => void): unknown;
  on(name: 'disconnect', listener: () => void): unknown;
  on(name: 'connect_error', listener: (error: Error & { data?: unknown }) => void): unknown;
  /** What it runs on. Closed before it was open, it tells only this, and the socket nothing. */
  readonly io: { readonly engine: { once(name: 'close', listener: () => void): unknown } };
  emit(name: string, input: unknown, ack: (answer: unknown) => void): unknown;
  close(): unknown;
}

/** `open`: see `openSocket`. `random`: 0 to 1. */
export interface SocketDeps {
  readonly tokens: TokenSource;
  readonly open: (token: string) => Promise<RawSocket>;
  readonly random: () => number;
}

/** The answers by which a server says that the token is no good. */
const TOKEN_CODES: readonly string[] = ['token_expired', 'unauthenticated'];

/**
 * The line over Socket.IO. It is tried for ever: at once, and again after random times up to 5 s.
 * A refused token is renewed first; when the session is over, that ends the page, not this class.
 */
export class SocketConnection implements ChatConnection {
  private readonly listeners = new NewsListeners();
  private readonly asks = new OpenAsks(() => this.drop());
  private socket: RawSocket | null = null;
  private token: string | null = null;
  private isReady = false;
  private isSpent = false;
  private failedTries = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isClosed = true;
  /** How often it was started: what an earlier one was about to open is not wanted any more. */
  private starts = 0;

  constructor(private readonly deps: SocketDeps) {}

  /** Begins to connect. */
  start(): void {
    if (!this.isClosed) return;
    this.isClosed = false;
    this.starts++;
    void this.connect();
  }

  /** For good, until `start`. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.retry);
    this.lose();
  }

  /**
   * The network or the person is back: do not wait for the next try, nor for one that began without
   * a network, which may hang for long.
   */
  hurry(): void {
    const isOpening = !this.socket && this.retry === undefined;
    if (this.isClosed || this.isReady || isOpening) return;
    this.lose();
    this.failedTries = 0;
    this.tryAgain(0);
  }

  listen(listener: (news: ConnectionNews) => void): Stop {
    return this.listeners.add(listener);
  }

  async ask<N extends ClientEventName>(
    name: N,
    input: ClientEventInput<N>,
  ): Promise<ClientEventAck<N>> {
    const { socket } = this;
    if (!socket || !this.isReady) throw new ConnectionLost();
    const answer = await this.asks.add<unknown>((done) => socket.emit(name, input, done));
    const { ok, problem } = answer as { ok: boolean; problem?: ProblemBody };
    if (!ok) throw RequestProblem.fromBody(problem, problem?.status ?? 500);
    return answer as ClientEventAck<N>;
  }

  private async connect(): Promise<void> {
    this.retry = undefined;
    const { starts } = this;
    try {
      const { tokens } = this.deps;
      this.token = this.isSpent ? await tokens.renew(this.token) : await tokens.fresh();
      this.isSpent = false;
      const socket = await this.deps.open(this.token);
      if (this.isClosed || starts !== this.starts) socket.close();
      else this.attend(socket);
    } catch (error) {
      // ConnectionLost: no network. RequestProblem: the session is over, or its server is away. And
      // the import of the socket's code may fail as any request may.
      const isOver = error instanceof RequestProblem && error.status === 401;
      if (!isOver && starts === this.starts) this.tryLater(0);
    }
  }

  private attend(socket: RawSocket): void {
    this.socket = socket;
    const isCurrent = (): boolean => this.socket === socket;
    socket.onAny((name, event) => {
      if (isCurrent()) this.hear({ kind: 'event', name, event } as Told);
    });
    const gone = (): void => {
      if (isCurrent()) this.drop();
    };
    socket.on('disconnect', gone);
    // What came in before is handed on a moment later: why the server ends it, above all.
    socket.io.engine.once('close', () => void setTimeout(gone));
    socket.on('connect_error', ({ data }) => {
      if (!isCurrent()) return;
      const { code, retryAfterMs } = RequestProblem.fromBody(data, 0);
      this.isSpent = TOKEN_CODES.includes(code);
      this.lose();
      this.tryLater(retryAfterMs);
    });
  }

  private hear(told: Told): void {
    switch (told.name) {
      case 'ready':
        this.isReady = true;
        this.failedTries = 0;
        return this.listeners.tell({ kind: 'ready' });
      case 'auth_expiring':
        return void this.refreshAuth();
      case 'draining':
        return this.leave(told.event);
      case 'problem':
        this.isSpent ||= TOKEN_CODES.includes(told.event.code);
        return;
      default:
        return this.listeners.tell(told);
    }
  }

  private async refreshAuth(): Promise<void> {
    try {
      this.token = await this.deps.tokens.renew(this.token);
      await this.ask('refresh_auth', { token: this.token });
    } catch {
      // Every way to fail ends alike: the server closes the socket; the next one brings a token.
    }
  }

  /** The node stops. Those it serves go to another one, not all at once. */
  private leave({ reconnectWithinMs }: ServerEvent<'draining'>): void {
    const { socket } = this;
    const leave = (): void => {
      if (this.socket !== socket) return;
      this.lose();
      this.tryAgain(0);
    };
    setTimeout(leave, this.deps.random() * reconnectWithinMs);
  }

  /** The line is gone. Where the token was the reason, it is gone for nobody else. */
  private drop(): void {
    if (!this.isSpent) this.failedTries = Math.max(this.failedTries, LOST);
    this.lose();
    if (!this.isClosed) this.tryLater(0);
  }

  private lose(): void {
    const { socket, isReady } = this;
    this.socket = null;
    this.isReady = false;
    socket?.close();
    this.asks.failAll();
    if (isReady) this.listeners.tell({ kind: 'lost' });
  }

  private tryLater(atLeastMs: number): void {
    const { random } = this.deps;
    this.tryAgain(Math.max(atLeastMs, reconnectDelay(this.failedTries++, random)));
  }

  private tryAgain(afterMs: number): void {
    if (this.isClosed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), afterMs);
  }
}
