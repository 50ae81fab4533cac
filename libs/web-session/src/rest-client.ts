import type { TokenSource } from './access-tokens';
import type { Browser } from './browser';
import { ConnectionLost, RequestProblem } from './request-problem';

/** A request that no answer comes to is given up after this; repeating it is safe. */
const PATIENCE_MS = 15_000;

/**
 * Names, ids and emoji. Whoever has made a link has said what stands between the slashes; of what
 * is encoded, bytes beyond ASCII and the sign of a keycap lead nowhere else.
 */
const PATH = /^(?:[\w*-]|%23|%[89A-F][\dA-F])+(?:\/(?:[\w*-]|%23|%[89A-F][\dA-F])+)*$/;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `ifMatch`: the version that is to be changed. */
export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

/**
 * REST on behalf of the person. Paths begin after `/api`. Rejects with `RequestProblem` for a
 * refusal and with `ConnectionLost` without an answer. Answers are trusted: the server's own tests
 * hold each of them against the contract.
 */
export abstract class RestClient {
  abstract request<T>(method: Method, path: string, options?: RequestOptions): Promise<T>;
}

/**
 * What `ask` is answered with a token: with a new one after a 401, and no other repetition. Rejects
 * as `TokenSource` and `ask` do.
 */
export async function askedWith<T extends { readonly status: number }>(
  tokens: TokenSource,
  ask: (token: string) => Promise<T>,
): Promise<T> {
  const token = await tokens.fresh();
  const first = await ask(token);
  return first.status === 401 ? ask(await tokens.renew(token)) : first;
}

/** Plain `fetch`, by `askedWith`. */
export class FetchRestClient implements RestClient {
  /** `tokens` null: for those who are not signed in yet. */
  constructor(
    private readonly browser: Browser,
    private readonly tokens: TokenSource | null,
  ) {}

  async request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
    // An address like `/c/..%2F..` asks for something else: nothing here has such a name.
    if (!PATH.test(path)) throw new RequestProblem('not_found', 404, {});
    const ask = (token: string | null) => this.send(method, path, options, token);
    return read<T>(await (this.tokens ? askedWith(this.tokens, ask) : ask(null)));
  }

  private async send(
    method: Method,
    path: string,
    { query, body, ifMatch }: RequestOptions,
    token: string | null,
  ): Promise<Response> {
    const headers: Record<string, string> = { 'X-Parley-Client': 'web' };
    if (token !== null) headers['Authorization'] = `Bearer ${token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
    const init = { method, headers, signal: AbortSignal.timeout(PATIENCE_MS) };
    try {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const url = `/api/${path}${search(query)}`;
      const response = await this.browser.fetch(url, { ...init, ...content });
      this.browser.hearTime(response.headers.get('date'));
      return response;
    } catch {
      // TypeError without a network, TimeoutError without an answer: `fetch` rejects for no other.
      throw new ConnectionLost();
    }
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await textOf(response);
  const body: unknown = text === '' ? {} : parsed(text);
  if (!response.ok) throw RequestProblem.fromBody(body, response.status);
  if (body === undefined) throw new ConnectionLost();
  return body as T;
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    // TypeError or TimeoutError: the connection broke in the middle of the answer.
    throw new ConnectionLost();
  }
}

/** Undefined: something on the way has answered that is not our server. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // SyntaxError: the page of a proxy.
    return undefined;
  }
}

function search(query: RequestOptions['query']): string {
  const said = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : '';
}
