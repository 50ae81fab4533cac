import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createPublicKey, verify } from 'node:crypto';
import { Pushed, type PushDevice } from '@app/contracts';
import { PushBrowser } from './push-browser.js';

/** A push as its service has taken it. */
export interface ArrivedPush {
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly pushed: Pushed;
}

/** A push service on this machine, with browsers by name: it takes, opens and keeps what comes. */
export class PushEndpoint {
  readonly arrived: ArrivedPush[] = [];
  readonly #browsers = new Map<string, PushBrowser>();
  readonly #answers = new Map<string, number[]>();
  readonly #held: (() => void)[] = [];
  #isHolding = false;
  /** Requests, the refused ones too. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** `tls`: key and certificate, both as PEM; without them it speaks plain HTTP. */
  static async start(tls?: { readonly key: string; readonly cert: string }): Promise<PushEndpoint> {
    const server = tls ? createSecureServer(tls) : createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const endpoint = new PushEndpoint(server, `http${tls ? 's' : ''}://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const name = request.url!.slice(1);
        response.statusCode = endpoint.#take(name, request.headers, Buffer.concat(parts));
        endpoint.#answer(() => response.end());
      });
    });
    return endpoint;
  }

  /** A browser that somebody subscribes with. */
  browser(name: string): PushDevice {
    const browser = new PushBrowser();
    this.#browsers.set(name, browser);
    return { endpoint: `${this.url}/${name}`, keys: browser.keys };
  }

  /** The next requests of this browser are answered with these statuses, and not taken. */
  answer(name: string, ...statuses: readonly number[]): void {
    this.#answers.set(name, [...statuses]);
  }

  /** From now on it takes what comes, and does not say so. */
  hold(): void {
    this.#isHolding = true;
  }

  /** Requests that have no answer yet. */
  get held(): number {
    return this.#held.length;
  }

  /** All have their answers, whoever is left to hear them. */
  letGo(): void {
    this.#isHolding = false;
    for (const answer of this.#held.splice(0)) answer();
  }

  /** What came for a browser, in order. */
  of(name: string): Pushed[] {
    return this.arrived.filter((one) => one.name === name).map(({ pushed }) => pushed);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  #answer(answer: () => void): void {
    if (this.#isHolding) this.#held.push(answer);
    else answer();
  }

  #take(name: string, headers: IncomingHttpHeaders, body: Buffer): number {
    this.asked++;
    const refusal = this.#answers.get(name)?.shift();
    if (refusal !== undefined) return refusal;
    const browser = this.#browsers.get(name);
    if (!browser) return 404;
    if (headers['content-encoding'] !== 'aes128gcm' || !this.#isOurs(headers)) return 403;
    const pushed = Pushed.parse(JSON.parse(browser.decrypt(body)));
    this.arrived.push({ name, headers, pushed });
    return 201;
  }

  /** As RFC 8292 wants it: signed by the key it names, for this service, and not for long. */
  #isOurs({ authorization = '' }: IncomingHttpHeaders): boolean {
    const [, jwt = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
    const [head = '', claims = '', signature = ''] = jwt.split('.');
    const point = Buffer.from(key, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
      part.toString('base64url'),
    );
    const jwk = { kty: 'EC', crv: 'P-256', x, y };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      aud: string;
      exp: number;
    };
    const by = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    const signed = Buffer.from(`${head}.${claims}`);
    const isSigned = verify('sha256', signed, by, Buffer.from(signature, 'base64url'));
    return isSigned && aud === this.url && exp > 0;
  }
}
