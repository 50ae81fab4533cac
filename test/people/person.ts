import { EventEmitter, once } from 'node:events';
import {
  ChatId,
  type Message,
  serverEvents,
  SignedInBody,
  type Chat,
  type ClientEventAck,
  type ClientEventName,
  type Profile,
  type ServerEvent,
  type ServerEventName,
  type UserId,
} from '@app/contracts';
import { io, type Socket } from 'socket.io-client';
import { AnswerCheck } from './answer-check.js';

/** The answer of the REST edge, before anybody trusts it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One event as it arrived. */
export interface Heard {
  readonly event: ServerEventName;
  readonly payload: unknown;
}

let check: AnswerCheck | undefined;
let people = 0;

/**
 * Somebody with a browser: REST and a stock socket. Knows an address, and nothing of what is behind
 * it. Every event and every answer is held against the contract; `complaints` has what did not fit.
 */
export class Person {
  readonly heard: Heard[] = [];
  readonly complaints: string[] = [];
  #socket: Socket | undefined;
  /** Tells those who wait for something that is yet to be heard. */
  readonly #ears = new EventEmitter().setMaxListeners(0);

  private constructor(
    readonly url: string,
    readonly profile: Profile,
    readonly password: string,
    public token: string,
    public refreshToken: string,
  ) {}

  /** Registers under a new name that starts with `name`, and connects. */
  static async arrive(url: string, name = 'someone'): Promise<Person> {
    const person = await Person.register(url, name);
    await person.connect();
    return person;
  }

  /** Registers, without a socket. */
  static async register(url: string, name = 'someone'): Promise<Person> {
    const username = `${name}-${++people}-${process.pid}`;
    const password = 'correct horse battery';
    const account = { username, name, email: `${username}@parley.example`, password };
    const response = await fetch(`${url}/api/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(account),
    });
    const body: unknown = await response.json();
    if (response.status !== 201) throw new Error(`register: ${JSON.stringify(body)}`);
    const { user, accessToken, refreshToken } = SignedInBody.parse(body);
    return new Person(url, user, password, accessToken, refreshToken!);
  }

  get id(): UserId {
    return this.profile.id;
  }

  get socket(): Socket {
    if (!this.#socket) throw new Error(`${this.profile.username} is not connected`);
    return this.#socket;
  }

  /** The same person's program, with a token of its own. */
  withToken(token: string): Person {
    return new Person(this.url, this.profile, this.password, token, '');
  }

  /** Connects another device of the same person, to `at`: `heard` is its own. */
  async anotherDevice(at = this.url): Promise<Person> {
    const { profile, password, token, refreshToken } = this;
    const device = new Person(at, profile, password, token, refreshToken);
    await device.connect();
    return device;
  }

  /** Resolves once the server said `ready`. */
  async connect(): Promise<void> {
    this.#socket?.close();
    const socket = io(this.url, {
      transports: ['websocket'],
      auth: { token: this.token },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.#socket = socket;
    socket.onAny((event: string, payload: unknown) => this.#hear(event, payload));
    const ready = once(socket as never, 'ready');
    const refused = once(socket as never, 'connect_error').then(([error]) => {
      throw error as Error;
    });
    await Promise.race([ready, refused]);
    refused.catch(() => {
      // The race is over: a later refusal is a reconnect's, and the story looks at that itself.
    });
  }

  leave(): void {
    this.#socket?.close();
  }

  /** Payloads of one event so far, in order of arrival. */
  all<N extends ServerEventName>(event: N): ServerEvent<N>[] {
    return this.heard
      .filter((heard) => heard.event === event)
      .map(({ payload }) => payload as ServerEvent<N>);
  }

  /** The first payload of this event that fits, now or within 45 s. */
  async hears<N extends ServerEventName>(
    event: N,
    fits: (payload: ServerEvent<N>) => boolean = () => true,
  ): Promise<ServerEvent<N>> {
    const patience = AbortSignal.timeout(45_000);
    for (;;) {
      const found = this.all(event).find(fits);
      if (found) return found;
      try {
        await once(this.#ears, 'heard', { signal: patience });
      } catch {
        // Its time is over.
        throw new Error(`${this.profile.username} has not heard a fitting ${event}`);
      }
    }
  }

  /** Emits and waits for the ack, whatever it says. */
  ask(event: string, payload: unknown): Promise<unknown> {
    return this.socket.timeout(30_000).emitWithAck(event, payload) as Promise<unknown>;
  }

  /** Emits and expects success. */
  async tell<N extends ClientEventName>(event: N, payload: unknown): Promise<ClientEventAck<N>> {
    const ack = (await this.ask(event, payload)) as { ok: boolean };
    if (!ack.ok) throw new Error(`${event} was refused: ${JSON.stringify(ack)}`);
    return ack as ClientEventAck<N>;
  }

  get(path: string): Promise<Answer> {
    return this.request('GET', path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.request('POST', path, body);
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('PUT', path, body, headers);
  }

  delete(path: string): Promise<Answer> {
    return this.request('DELETE', path);
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...extra,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    const complaint = (check ??= new AnswerCheck()).complaint(
      method,
      path,
      response.status,
      parsed,
    );
    if (complaint) this.complaints.push(complaint);
    return { status: response.status, headers: response.headers, body: parsed };
  }

  async group(name: string, ...others: readonly Person[]): Promise<ChatId> {
    return this.#create({ type: 'group', name, memberIds: others.map(({ id }) => id) });
  }

  async direct(other: Person): Promise<ChatId> {
    return this.#create({ type: 'direct', memberIds: [other.id] });
  }

  async channel(slug: string, more: object = {}): Promise<ChatId> {
    return this.#create({ type: 'channel', slug, name: slug, visibility: 'public', ...more });
  }

  /** Sends over the socket. */
  async send(chatId: ChatId, text: string, more: object = {}): Promise<Message> {
    return (await this.tell('send_message', { chatId, text, ...more })).message;
  }

  async chat(chatId: ChatId): Promise<Chat> {
    return (await this.get(`/api/chats/${chatId}`)).body as Chat;
  }

  /** All that this person may see of a chat, page by page from the beginning. */
  async log(chatId: ChatId): Promise<Message[]> {
    const log: Message[] = [];
    for (let afterSeq = 0; ; afterSeq = log.at(-1)!.seq) {
      const { body } = await this.get(`/api/messages/${chatId}?afterSeq=${afterSeq}&limit=100`);
      const { items } = body as { items: Message[] };
      if (items.length === 0) return log;
      log.push(...items);
    }
  }

  async #create(input: object): Promise<ChatId> {
    const { status, body } = await this.post('/api/chats', input);
    if (status > 201) throw new Error(`create chat: ${JSON.stringify(body)}`);
    return ChatId.parse((body as { id: string }).id);
  }

  #hear(event: string, payload: unknown): void {
    const schema = serverEvents[event as ServerEventName] as
      (typeof serverEvents)[ServerEventName] | undefined;
    const { error } = schema?.safeParse(payload) ?? { error: new Error('unknown event') };
    if (error) this.complaints.push(`${event}: ${error.message}`);
    this.heard.push({ event: event as ServerEventName, payload });
    this.#ears.emit('heard');
  }
}
