import { createClient, type Client } from './generated/client/index.js';
import { Api } from './generated/sdk.gen.js';
import type { LogIn, Message, SendMessage, SignedIn } from './generated/types.gen.js';
import { Courier, type RetryBounds } from './courier.js';
import { ConnectionError, ProblemError, UnexpectedAnswer } from './problem-error.js';
import { FixedToken, RefreshedTokens, type TokenSource, type Tokens } from './tokens.js';

/** `url`: where the server is, such as `https://chat.example`. */
export interface ServerOptions {
  readonly url: string;
  /** By default the one of the platform. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** By default 4 tries, and no wait above 30 s. */
  readonly retries?: Partial<RetryBounds>;
}

/** `onTokens`: told of each new pair, also of the first, for programs that keep them. */
export interface SessionOptions extends ServerOptions {
  readonly onTokens?: (tokens: Tokens) => unknown;
}

/** A server, as one account may use it. `api` is everything that its OpenAPI document names. */
export class Parley {
  private constructor(
    readonly url: string,
    readonly api: Api,
    readonly tokens: TokenSource,
  ) {}

  /** With a token that was made for a program. */
  static withToken(options: ServerOptions & { readonly token: string }): Parley {
    return Parley.over(options, new FixedToken(options.token));
  }

  /** With a password. Throws `ProblemError`: `unauthenticated`, `forbidden`, `rate_limited`. */
  static async logIn(options: SessionOptions & LogIn): Promise<Parley> {
    const { email, username, password } = options;
    const who = email === undefined ? { username } : { email };
    const signedIn = await anonymous(options).auth.logIn({ body: { ...who, password } });
    const tokens = tokensOf(signedIn);
    await options.onTokens?.(tokens);
    return Parley.resume({ ...options, tokens });
  }

  /** Goes on with what an earlier log-in has given. */
  static resume(options: SessionOptions & { readonly tokens: Tokens }): Parley {
    const exchange = async (refreshToken: string) =>
      tokensOf(await anonymous(options).auth.refresh({ body: { refreshToken } }));
    const onTokens = options.onTokens ?? (() => undefined);
    return Parley.over(options, new RefreshedTokens(options.tokens, { exchange, onTokens }));
  }

  /**
   * Sends a message that is there once however often it has to be tried: it has an id of its own
   * from the start.
   */
  send(message: SendMessage): Promise<Message> {
    const clientMsgId = message.clientMsgId ?? crypto.randomUUID();
    const headers = { 'Idempotency-Key': clientMsgId };
    return this.api.messages.send({ body: { ...message, clientMsgId }, headers });
  }

  private static over(options: ServerOptions, tokens: TokenSource): Parley {
    return new Parley(options.url, new Api({ client: clientFor(options, tokens) }), tokens);
  }
}

/** The part of the API that asks for no account: to register, to log in, to ask for the version. */
export function anonymous(options: ServerOptions): Api {
  return new Api({ client: clientFor(options) });
}

function clientFor(options: ServerOptions, tokens?: TokenSource): Client {
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const bounds = { tries: 4, longestWaitMs: 30_000, ...options.retries };
  const courier = new Courier({ fetch, bounds, tokens, wait });
  const client = createClient({
    baseUrl: options.url.replace(/\/+$/, ''),
    throwOnError: true,
    fetch: courier.send as typeof globalThis.fetch,
    ...(tokens && { auth: () => tokens.fresh() }),
  });
  client.interceptors.error.use(errorFor);
  return client;
}

function errorFor(error: unknown, response: Response | undefined): unknown {
  if (error instanceof ProblemError || error instanceof ConnectionError) return error;
  if (response) {
    const requestId = response.headers.get('x-request-id') ?? undefined;
    return ProblemError.of(error, requestId) ?? new UnexpectedAnswer(response.status);
  }
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  return new ConnectionError('The server cannot be reached', { cause: error });
}

function tokensOf({ accessToken, refreshToken, expiresIn }: SignedIn): Tokens {
  if (refreshToken === undefined) throw new Error('The server gave no refresh token');
  return { accessToken, refreshToken, expiresAt: Date.now() + expiresIn * 1000 };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // Given up before the answer came: no event tells of it again.
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
