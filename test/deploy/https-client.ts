import { Agent, request } from 'node:https';
import { connect, type ClientHttp2Session } from 'node:http2';
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';

/** What came back, over either version of HTTP. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A client that trusts one certificate, as `fetch` cannot be told to. */
export class HttpsClient {
  readonly #agent: Agent;

  constructor(
    private readonly url: string,
    private readonly ca: Buffer,
  ) {
    this.#agent = new Agent({ ca, keepAlive: true });
  }

  async ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answered> {
    const asked = request(this.url, {
      path,
      method,
      headers,
      agent: this.#agent,
    });
    const answer = new Promise<Answered>((resolve, reject) => {
      asked.once('error', reject).once('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () => {
          resolve({ status: response.statusCode!, headers: response.headers, text });
        });
      });
    });
    asked.end(body);
    return answer;
  }

  post(path: string, body: unknown, token?: string): Promise<Answered> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    return this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** The same over HTTP/2: the status alone. */
  async statusOverHttp2(path: string): Promise<number> {
    const session: ClientHttp2Session = connect(this.url, { ca: this.ca });
    const stream = session.request({ ':path': path });
    const [headers] = (await once(stream, 'response')) as [{ ':status': number }];
    session.destroy();
    return headers[':status'];
  }

  close(): void {
    this.#agent.destroy();
  }
}
