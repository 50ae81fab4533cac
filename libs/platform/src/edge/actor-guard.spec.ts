import type { AddressInfo, Server } from 'node:net';
import { SessionId, type Actor, type TokenBearer } from '@app/contracts';
import { Get, Module, Put, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { adapters, type Adapters } from '../adapters.js';
import { configFrom } from '../config/config.js';
import { PlatformModule } from '../platform.module.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { writeProgramToken } from '../tokens/program-token.js';
import { CurrentActor } from './current-actor.js';
import { EdgeController } from './edge-controller.js';
import { Public } from './public-route.js';
import { Route } from './route.js';
import { KnownTokens } from './testing/known-tokens.js';
import { actorNamed } from './testing/socket-stage.js';

@EdgeController('things', 'Nothing.')
class ThingsController {
  @Get('mine')
  mine(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('scoped')
  @Route({ summary: 'Get', scope: 'chats:read', problems: [] })
  scoped(): void {
    // Nothing more is to be seen than that it is reached.
  }

  @Put('of/:userId')
  @Route({ summary: 'Change', scope: 'users:write', scopeOfOthers: 'admin:write', problems: [] })
  change(): void {
    // Nothing more is to be seen than that it is reached.
  }

  @Get('open')
  @Public()
  open(): object {
    return {};
  }
}

const ada = actorNamed('ada');
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('ActorGuard', () => {
  let app: INestApplication;
  let ports: Adapters;
  const bearers = new Map<string, TokenBearer>();

  beforeEach(async () => {
    ports = await adapters({});
    const config = configFrom({ JWT_SECRET: 's'.repeat(32) });
    const imports = [PlatformModule.forRoot(ports, config), KnownTokens.of(bearers)];
    @Module({ imports, controllers: [ThingsController] })
    class AppModule {}
    app = await NestFactory.create(AppModule, { abortOnError: false });
    await app.listen(0, '127.0.0.1');
  });

  afterEach(() => app.close());

  async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/things/${path}`, {
      method,
      headers,
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body, headers: response.headers };
  }

  const tokenOf = (actor: Actor) => app.get(AccessTokens).sign(actor).token;

  it('lets a good token pass, and leaves the actor with the request', async () => {
    expect(await get('mine', bearer(tokenOf(ada)))).toMatchObject({ status: 200, body: ada });
    const lower = { authorization: `bearer ${tokenOf(ada)}` };
    expect(await get('mine', lower)).toMatchObject({ status: 200 });
  });

  it.each([
    ['no header', () => ({})],
    ['no scheme', () => ({ authorization: tokenOf(ada) })],
    ['another scheme', () => ({ authorization: `Basic ${tokenOf(ada)}` })],
    ['no token', () => ({ authorization: 'Bearer ' })],
    ['two tokens', () => ({ authorization: `Bearer ${tokenOf(ada)} ${tokenOf(ada)}` })],
    ['a forged token', () => bearer(`${tokenOf(ada)}x`)],
  ])('refuses %s', async (_, headers) => {
    const refusal = await get('mine', headers());
    expect(refusal).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('refuses the token of a revoked session at once', async () => {
    const headers = bearer(tokenOf(ada));
    await ports.revocations.revoke([ada.sessionId], 60_000);
    expect(await get('mine', headers)).toMatchObject({ status: 401 });
  });

  describe('for personal access tokens', () => {
    const tokenId = SessionId.parse('T1');
    const program = bearer(writeProgramToken({ tokenId, secret: '0'.repeat(32) }));
    const lacks = (scope: string | null) => ({
      status: 403,
      body: { code: 'insufficient_scope', params: { scope } },
    });

    beforeEach(() =>
      bearers.set('T1', { userId: ada.userId, role: 'member', scopes: ['users:write'] }),
    );

    it('opens what they are for, and nothing else', async () => {
      const refused = await get('scoped', program);
      expect(refused).toMatchObject(lacks('chats:read'));
      expect(refused.headers.get('www-authenticate')).toBe(
        'Bearer error="insufficient_scope", scope="chats:read"',
      );
      bearers.set('T2', { userId: ada.userId, role: 'member', scopes: ['chats:read'] });
      const other = writeProgramToken({ tokenId: SessionId.parse('T2'), secret: '0'.repeat(32) });
      expect(await get('scoped', bearer(other))).toMatchObject({ status: 204 });
    });

    it('opens no route that names no scope', async () => {
      const refused = await get('mine', program);
      expect(refused).toMatchObject(lacks(null));
      expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    });

    it('takes another scope for what is of others', async () => {
      expect(await get(`of/${ada.userId}`, program, 'PUT')).toMatchObject({ status: 204 });
      expect(await get('of/bob', program, 'PUT')).toMatchObject(lacks('admin:write'));
    });

    it('lets who has signed in do all of it', async () => {
      const headers = bearer(tokenOf(ada));
      expect(await get('scoped', headers)).toMatchObject({ status: 204 });
      expect(await get('of/bob', headers, 'PUT')).toMatchObject({ status: 204 });
    });

    it('refuses one that nobody knows', async () => {
      bearers.clear();
      expect(await get('scoped', program)).toMatchObject({ status: 401 });
    });
  });

  it('lets anybody use a public route, whatever they carry', async () => {
    expect(await get('open')).toMatchObject({ status: 200 });
    expect(await get('open', bearer('forged'))).toMatchObject({ status: 200 });
  });
});
