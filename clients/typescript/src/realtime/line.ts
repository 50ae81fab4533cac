import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '../generated/events/types.gen.js';
import { ConnectionError, isForGood, ProblemError } from '../problem-error.js';
import type { TokenSource } from '../tokens.js';

/** What a line tells: each event of the server, and that it is there or gone. */
export interface LineListener {
  ready(): void;
  event(name: keyof ServerEvents, payload: unknown): void;
  /** For good: the server takes no token of ours any more, or has refused what no wait changes. */
  ended(error: Error): void;
}

const ACK_TIMEOUT_MS = 20_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;
const TOKEN_CODES: readonly string[] = ['token_expired', 'unauthenticated'];

/**
 * The socket of an account, which comes back by itself: after a random part of a time that doubles,
 * so that the clients of a stopped server do not come back together.
 */
export class Line {
  private socket: Socket | undefined;
  private token = '';
  private isSpent = false;
  private isReady = false;
  private isClosed = false;
  private failedTries = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly tokens: TokenSource,
    private readonly listener: LineListener,
  ) {}

  async open(): Promise<void> {
    try {
      if (!(await this.haveToken())) return;
    } catch (error) {
      // The server that gives tokens is away, or it gives none: then there is no way on.
      if (error instanceof ProblemError && error.status === 401) this.listener.ended(error);
      else this.comeBack();
      return;
    }
    if (!this.isClosed) this.attend(this.connect());
  }

  /** Idempotent. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.retry);
    this.leave();
  }

  /** Throws `ProblemError` for a refusal, `ConnectionError` if no answer came. */
  async ask<N extends keyof ClientEvents>(
    name: N,
    input: ClientEvents[N]['input'],
  ): Promise<ClientEvents[N]['ack']> {
    const { socket } = this;
    if (!socket || !this.isReady) throw new ConnectionError('There is no connection');
    const answer = await this.acknowledged(socket, name, input);
    if (!answer.ok) throw ProblemError.of(answer.problem) ?? new Error(`${name} was refused`);
    return answer as ClientEvents[N]['ack'];
  }

  /** False where the refused token was the only one. */
  private async haveToken(): Promise<boolean> {
    const { isSpent, token } = this;
    const next = isSpent ? await this.tokens.renew(token) : await this.tokens.fresh();
    if (next === undefined) {
      const title = 'The token is not good any more';
      this.listener.ended(new ProblemError('unauthenticated', 401, title, {}));
      return false;
    }
    this.token = next;
    this.isSpent = false;
    return true;
  }

  private connect(): Socket {
    return io(this.url, {
      transports: ['websocket'],
      auth: { token: this.token },
      reconnection: false,
      forceNew: true,
    });
  }

  private attend(socket: Socket): void {
    this.socket = socket;
    const ifCurrent = (then: () => void) => {
      if (this.socket === socket) then();
    };
    socket.onAny((name: keyof ServerEvents, payload: unknown) =>
      ifCurrent(() => this.hear(name, payload)),
    );
    socket.on('disconnect', () => ifCurrent(() => this.comeBack()));
    // Closed before it was open, it tells only this; and what came in before is handed on later.
    socket.io.engine.once('close', () => setTimeout(() => ifCurrent(() => this.comeBack())));
    socket.on('connect_error', (error: Error & { data?: unknown }) =>
      ifCurrent(() => {
        const problem = ProblemError.of(error.data);
        if (problem && isForGood(problem)) {
          this.listener.ended(problem);
          return;
        }
        this.isSpent = problem !== undefined && TOKEN_CODES.includes(problem.code);
        const { retryAfterMs } = (problem?.params ?? {}) as { retryAfterMs?: number };
        this.comeBack(retryAfterMs);
      }),
    );
  }

  private hear(name: keyof ServerEvents, payload: unknown): void {
    if (name === 'auth_expiring') void this.bringToken();
    if (name === 'draining') {
      const { reconnectWithinMs } = payload as ServerEvents['draining'];
      this.comeBackFor(this.socket, Math.random() * reconnectWithinMs);
    }
    if (name === 'problem') {
      const { code } = payload as ServerEvents['problem'];
      this.isSpent ||= TOKEN_CODES.includes(code);
    }
    if (name === 'ready') {
      this.isReady = true;
      this.failedTries = 0;
      this.listener.ready();
    }
    this.listener.event(name, payload);
  }

  private async bringToken(): Promise<void> {
    try {
      this.token = (await this.tokens.renew(this.token)) ?? this.token;
      await this.ask('refresh_auth', { token: this.token });
    } catch {
      // Every way to fail ends alike: the server ends the line, and the next one has a new token.
    }
  }

  /** The node stops: its clients leave it one after the other. */
  private comeBackFor(socket: Socket | undefined, afterMs: number): void {
    setTimeout(() => {
      if (this.socket === socket) this.comeBack(0);
    }, afterMs);
  }

  private comeBack(atLeastMs = 0): void {
    this.leave();
    if (this.isClosed) return;
    const bound = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failedTries++);
    const waitMs = Math.max(atLeastMs, Math.random() * bound);
    this.retry = setTimeout(() => void this.open(), waitMs);
  }

  private leave(): void {
    const { socket } = this;
    this.socket = undefined;
    this.isReady = false;
    socket?.close();
  }

  private async acknowledged(socket: Socket, name: string, input: unknown): Promise<Answer> {
    try {
      return (await socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, input)) as Answer;
    } catch (error) {
      // The line went away, or the server did not answer in time.
      throw new ConnectionError('No answer came', { cause: error });
    }
  }
}

interface Answer {
  readonly ok: boolean;
  readonly problem?: unknown;
}
