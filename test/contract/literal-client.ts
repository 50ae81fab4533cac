import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';

/** An answer as plain as it comes. */
export interface LiteralAnswer {
  readonly status: number;
  readonly headers: Headers;
  // The literal client has no types of ours: it reads what the order says is there.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/**
 * A client that somebody wrote from the order alone: the ordered paths, event names and shapes, and
 * nothing of `contracts`. No `clientMsgId`, no `seq`, no `rev`.
 */
export class LiteralClient {
  token = '';
  socket!: Socket;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly events: { name: string; payload: any }[] = [];

  constructor(private readonly url: string) {}

  async request(method: string, path: string, body?: unknown): Promise<LiteralAnswer> {
    const response = await fetch(`${this.url}/api/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  async register(username: string): Promise<LiteralAnswer> {
    const answer = await this.request('POST', 'auth/register', {
      username,
      name: username.toUpperCase(),
      email: `${username}@Parley.Example`,
      password: 'correct horse battery',
    });
    this.token = answer.body.accessToken;
    return answer;
  }

  async connect(): Promise<void> {
    this.socket = io(this.url, {
      transports: ['websocket'],
      auth: { token: this.token },
      forceNew: true,
      reconnection: false,
    });
    this.socket.onAny((name: string, payload: unknown) => this.events.push({ name, payload }));
    await once(this.socket as never, 'connect');
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ask(event: string, payload: unknown): Promise<any> {
    return this.socket.timeout(30_000).emitWithAck(event, payload);
  }
}
