import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignedInBody } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { io, type Socket } from 'socket.io-client';
import type { Deployment } from '../topologies/deployment.js';
import { embedded } from '../topologies/embedded.js';
import { HttpsClient } from './https-client.js';
import { NginxProcess } from './nginx-process.js';

const page = '<!doctype html><head></head><app-root></app-root>';
const files = { 'index.html': page, 'main-ABCDEFGH.js': 'run()', 'icon-maskable.png': 'icon' };
let people = 0;

/** Two servers in production over one database, nginx before them, and a client before that. */
export class FrontDoor {
  readonly #sockets: Socket[] = [];

  private constructor(
    private readonly web: string,
    readonly gateways: readonly Deployment[],
    readonly nginx: NginxProcess,
    readonly client: HttpsClient,
  ) {}

  static async open(): Promise<FrontDoor> {
    const web = mkdtempSync(join(tmpdir(), 'parley-web-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(web, name), content);
    const environment = {
      NODE_ENV: 'production',
      MONGODB_URI: freshDatabaseUri(),
      PARLEY_WEB_DIR: web,
      PARLEY_TRUST_PROXY: '1',
    };
    const gateways = [await embedded(environment), await embedded(environment)];
    const nginx = await NginxProcess.prepare(gateways.map(({ url }) => Number(new URL(url).port)));
    await nginx.start();
    return new FrontDoor(web, gateways, nginx, new HttpsClient(nginx.url, nginx.certificate));
  }

  /** `host:port` of each server, as `X-Served-By` says it. */
  get addresses(): string[] {
    return this.gateways.map(({ url }) => new URL(url).host);
  }

  /** Who answers now. */
  async servedBy(): Promise<string> {
    return String((await this.client.ask('/api/config')).headers['x-served-by']);
  }

  /** The access token of somebody new. */
  async register(): Promise<string> {
    const username = `ada-${++people}`;
    const email = `${username}@parley.example`;
    const account = { username, name: 'Ada', email, password: 'correct horse battery' };
    const { status, text } = await this.client.post('/api/auth/register', account);
    if (status !== 201) throw new Error(text);
    return SignedInBody.parse(JSON.parse(text)).accessToken;
  }

  /** A socket that is ready. */
  async connect(token: string): Promise<Socket> {
    const ca = this.nginx.certificate.toString();
    const options = { transports: ['websocket'], auth: { token }, ca, forceNew: true };
    const socket = io(this.nginx.url, options);
    this.#sockets.push(socket);
    await once(socket as never, 'ready');
    return socket;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.disconnect();
    this.client.close();
    await this.nginx.close();
    for (const gateway of this.gateways) await gateway.close();
    rmSync(this.web, { recursive: true });
  }
}
