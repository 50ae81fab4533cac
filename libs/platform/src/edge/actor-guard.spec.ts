import type { AddressInfo, Server } from 'node:net';
import type { Actor } from '@app/contracts';
import { Get, Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { adapters, type Adapters } from '../adapters.js';
import { configFrom } from '../config/config.js';
import { PlatformModule } from '../platform.module.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { CurrentActor } from './current-actor.js';
import { EdgeController } from './edge-controller.js';
import { Public } from './public-route.js';
import { actorNamed } from './testing/socket-stage.js';

@EdgeController('things', 'Nothing.')
class ThingsController {
  @Get('mine')
  mine(@CurrentActor() actor: Actor): Actor {
    return actor;
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

  beforeEach(async () => {
    ports = await adapters({});
    const config = configFrom({ JWT_SECRET: 's'.repeat(32) });
    @Module({ imports: [PlatformModule.forRoot(ports, config)], controllers: [ThingsController] })
    class AppModule {}
    app = await NestFactory.create(AppModule, { abortOnError: false });
    await app.listen(0, '127.0.0.1');
  });

  afterEach(() => app.close());

  async function get(path: string, headers: Record<string, string> = {}) {
    const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/things/${path}`, { headers });
    return { status: response.status, body: await response.json() };
  }

  const tokenOf = (actor: Actor) => app.get(AccessTokens).sign(actor).token;

  it('lets a good token pass, and leaves the actor with the request', async () => {
    expect(await get('mine', bearer(tokenOf(ada)))).toEqual({ status: 200, body: ada });
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

  it('lets anybody use a public route, whatever they carry', async () => {
    expect(await get('open')).toMatchObject({ status: 200 });
    expect(await get('open', bearer('forged'))).toMatchObject({ status: 200 });
  });
});
