import type { AddressInfo, Server } from 'node:net';
import { UserId, SessionId } from '@app/contracts';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { adapters } from '../../adapters.js';
import { configFrom } from '../../config/config.js';
import { PlatformModule } from '../../platform.module.js';
import { AccessTokens } from '../../tokens/access-tokens.js';
import { createEdgeApp } from '../edge-app.js';
import { ThingsModule } from './things.module.js';

const basics = {
  NODE_ENV: 'test',
  PORT: '0',
  JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
};

/** An app of the platform and one module. */
@Module({})
export class RootModule {
  static async of(module: Type, config = configFrom(basics)): Promise<DynamicModule> {
    const platform = PlatformModule.forRoot(await adapters(config), config);
    return { module: RootModule, imports: [platform, module] };
  }
}

/** The whole edge over modules of no meaning: everything real but the domain, and no database. */
export class EdgeUnderTest {
  /** What was logged so far, a line each. */
  readonly logs: Record<string, unknown>[] = [];
  #app: NestExpressApplication | undefined;

  static async start(environment: NodeJS.ProcessEnv = {}): Promise<EdgeUnderTest> {
    const config = configFrom({ ...basics, ...environment });
    const edge = new EdgeUnderTest();
    edge.#app = await createEdgeApp(await RootModule.of(ThingsModule, config), config, {
      write: (line: string) => edge.logs.push(JSON.parse(line) as Record<string, unknown>),
    });
    await edge.app.listen(config.port, config.host);
    return edge;
  }

  get app(): NestExpressApplication {
    return this.#app!;
  }

  get url(): string {
    const { port } = (this.app.getHttpServer() as Server).address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, init);
  }

  /** As a person who is signed in. */
  as(name: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.tokenOf(name)}`);
    return this.fetch(path, { ...init, headers });
  }

  post(name: string, path: string, body: unknown): Promise<Response> {
    return this.as(name, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  tokenOf(name: string): string {
    const [userId, sessionId] = [UserId.parse(name), SessionId.parse(`${name}-1`)];
    return this.app.get(AccessTokens).sign({ userId, sessionId, role: 'member' }).token;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
