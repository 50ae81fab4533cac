import { eventually } from '@app/platform/testing';
import { FrontDoor } from './front-door.js';

const channel = (slug: string) => ({ type: 'channel', slug, name: slug, visibility: 'public' });

describe('nginx as it is shipped', () => {
  let door: FrontDoor;

  beforeAll(async () => (door = await FrontDoor.open()));
  afterAll(() => door.close());

  it('passes its own test, without a warning', () => {
    expect(door.nginx.test()).not.toMatch(/warn|emerg/);
  });

  it('passes REST on, over HTTP/1.1 and HTTP/2, by turns, and says who answered', async () => {
    const token = await door.register();
    const created = await door.client.post('/api/chats', channel('one'), token);
    expect(created.status).toBe(201);
    expect(await door.client.statusOverHttp2('/api/config')).toBe(200);
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) seen.add(await door.servedBy());
    expect([...seen].sort()).toEqual([...door.addresses].sort());
  });

  it('carries sockets, whose events are answered', async () => {
    const socket = await door.connect(await door.register());
    expect(await socket.emitWithAck('heartbeat', {})).toMatchObject({ ok: true });
    expect((socket.io.engine.transport as { name: string }).name).toBe('websocket');
  });

  it('says HSTS once, on answers of gateways and on its own', async () => {
    for (const path of ['/api/config', '/metrics', '/']) {
      const { headers } = await door.client.ask(path);
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    }
  });

  it('lets hashed files be kept for ever, keeps them itself, and no others', async () => {
    const ask = () => door.client.ask('/main-ABCDEFGH.js');
    const [first, second] = [await ask(), await ask()];
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(door.addresses).toContain(first.headers['x-served-by']);
    expect([second.text, second.headers['x-served-by']]).toEqual(['run()', 'nginx']);
    expect(second.headers['cache-control']).toContain('immutable');
    for (const path of ['/icon-maskable.png', '/icon-maskable.png']) {
      const { headers } = await door.client.ask(path);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['x-served-by']).not.toBe('nginx');
    }
  });

  it('lets pass what a gateway reads, and refuses one byte more as a problem', async () => {
    const body = (bytes: number) => `{"text":"${'x'.repeat(bytes - 11)}"}`;
    const send = (bytes: number) =>
      door.client.ask('/api/auth/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body(bytes),
      });
    const [most, more] = [await send(100 * 1024), await send(100 * 1024 + 1)];
    expect(most.status).toBe(422);
    expect([more.status, more.headers['x-served-by']]).toEqual([413, 'nginx']);
    expect(more.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(more.text)).toMatchObject({ code: 'payload_too_large' });
  });

  it('keeps metrics to itself, however they are asked for', async () => {
    for (const path of ['/metrics', '/METRICS/', '/%6detrics', '//metrics']) {
      const answer = await door.client.ask(path);
      expect([answer.status, answer.headers['x-served-by']]).toEqual([404, 'nginx']);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'not_found' });
    }
  });

  it('loses no gateway to who wishes for another protocol', async () => {
    const wish = () =>
      door.client.ask('/api/config', { headers: { connection: 'Upgrade', upgrade: 'foo' } });
    for (let i = 0; i < 8; i++) expect((await wish()).status).toBe(200);
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) seen.add(await door.servedBy());
    expect([...seen].sort()).toEqual([...door.addresses].sort());
  });

  it('believes no address that a client makes up', async () => {
    const login = (forwarded: string) =>
      door.client.ask('/api/auth/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
        body: JSON.stringify({ username: 'nobody', password: 'wrong wrong wrong' }),
      });
    const statuses: number[] = [];
    // Twice as many as one gateway lets fail, each from "another" address.
    for (let i = 0; i < 12; i++) statuses.push((await login(`203.0.113.${i}`)).status);
    expect(statuses).toContain(429);
  });

  it('sends people to HTTPS, and refuses what would carry a secret without', async () => {
    const plain = `http://localhost:${door.nginx.httpPort}`;
    const page = await fetch(`${plain}/c/1?at=2`, { redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([
      301,
      'https://localhost/c/1?at=2',
    ]);
    for (const path of ['/api/auth/login', '/API/config', '/socket.io/?EIO=4']) {
      const answer = await fetch(`${plain}${path}`, { method: 'POST' });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'insecure_transport' });
    }
  });
});

describe('nginx, when gateways die', () => {
  let door: FrontDoor;

  beforeEach(async () => (door = await FrontDoor.open()));
  afterEach(() => door.close());

  it('goes on with the other gateway when one dies, writes and sockets included', async () => {
    const token = await door.register();
    const socket = await door.connect(token);
    await door.gateways[0]!.close();
    for (let i = 0; i < 20; i++) {
      const written = await door.client.post('/api/chats', channel(`c-${i}`), token);
      expect(written.status).toBe(201);
      expect(await door.servedBy()).toBe(new URL(door.gateways[1]!.url).host);
    }
    await eventually(async () => {
      expect(await socket.timeout(5000).emitWithAck('heartbeat', {})).toMatchObject({ ok: true });
    }, 30_000);
  });

  it('says in our words that no gateway is there, and still has the files', async () => {
    await door.client.ask('/main-ABCDEFGH.js');
    for (const gateway of door.gateways) await gateway.close();
    const answer = await door.client.ask('/api/config');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'service_unavailable' });
    expect((await door.client.ask('/main-ABCDEFGH.js')).text).toBe('run()');
  });
});
