import { request as rawRequest } from 'node:http';
import { EdgeUnderTest } from './testing/edge-under-test.js';
import { Sluice } from './testing/things.module.js';

const friend = 'https://chat.example.com';
const stranger = 'https://evil.example.com';

describe('headers of the REST edge', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start({ CLIENT_URL: `${friend}/` })));
  afterAll(() => edge.close());

  describe('X-Request-Id', () => {
    const idOf = async (offered?: string): Promise<string | null> => {
      const headers = offered === undefined ? {} : { 'x-request-id': offered };
      return (await edge.fetch('/api/version', { headers })).headers.get('x-request-id');
    };

    it('is the caller’s where there is one, and made where there is none', async () => {
      expect(await idOf('trace-7.a:b')).toBe('trace-7.a:b');
      const [one, two] = [await idOf(), await idOf()];
      expect(one).toMatch(/^[0-9A-Z]{26}$/);
      expect(two).not.toBe(one);
    });

    it('replaces one that could spoil a log or a header', async () => {
      for (const bad of ['a b', '"quoted"', '<script>', 'x'.repeat(129)])
        expect(await idOf(bad)).toMatch(/^[0-9A-Z]{26}$/);
    });
  });

  describe('security headers', () => {
    it('are on data, on errors and on pages', async () => {
      for (const path of ['/api/version', '/api/nothing', '/health/live']) {
        const { headers } = await edge.fetch(path);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('x-powered-by')).toBeNull();
        expect(headers.get('strict-transport-security')).toBeNull();
      }
    });

    it('add HSTS in production only, and only to what goes by TLS', async () => {
      const tls = { headers: { 'x-forwarded-proto': 'https' } };
      const hsts = async (environment: Record<string, string>, init = tls) => {
        const edge = await EdgeUnderTest.start(environment);
        const { headers } = await edge.fetch('/api/version', init);
        await edge.close();
        return headers.get('strict-transport-security');
      };
      const production = { NODE_ENV: 'production', PARLEY_TRUST_PROXY: '1' };
      expect(await hsts(production)).toBe('max-age=31536000; includeSubDomains');
      expect(await hsts(production, { headers: { 'x-forwarded-proto': 'http' } })).toBeNull();
      expect(await hsts({ NODE_ENV: 'production' })).toBeNull();
      expect(await hsts({ PARLEY_TRUST_PROXY: '1' })).toBeNull();
    });
  });

  describe('CORS', () => {
    const preflight = (origin: string) =>
      edge.fetch('/api/things', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });

    it('lets a configured origin call with credentials and read our headers', async () => {
      const { headers } = await edge.fetch('/api/version', { headers: { origin: friend } });
      expect(headers.get('access-control-allow-origin')).toBe(friend);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('access-control-expose-headers')).toContain('X-Request-Id');
      const asked = await preflight(friend);
      expect(asked.status).toBe(204);
      expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization');
    });

    it('gives another origin no CORS header at all, and refuses its preflight', async () => {
      const near = [stranger, `${friend}.evil.org`, 'http://chat.example.com', 'null'];
      for (const origin of near) {
        const responses = [
          await edge.fetch('/api/version', { headers: { origin } }),
          await preflight(origin),
        ];
        for (const { headers } of responses) {
          const names = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
          expect(names).toEqual([]);
          expect(headers.get('vary')).toContain('Origin');
        }
        expect(responses[1]!.status).toBe(403);
      }
    });
  });

  describe('Server-Timing', () => {
    const timingOf = async (answer: Promise<Response>): Promise<Record<string, number>> => {
      const parts = (await answer).headers.get('server-timing')!.split(', ');
      return Object.fromEntries(
        parts.map((part) => {
          expect(part).toMatch(/^[a-z]+;dur=\d+\.\d$/);
          const [name, ms] = part.split(';dur=');
          return [name!, Number(ms)];
        }),
      );
    };

    it('tells how long it took, and how long the guards and the handler did', async () => {
      const { auth, handle, total, ...more } = await timingOf(edge.as('ada', '/api/things/me'));
      expect(more).toEqual({});
      // Each is rounded to a tenth.
      expect(auth! + handle!).toBeLessThanOrEqual(total! + 0.15);
    });

    it('counts what a handler waits for to the handler', async () => {
      const sluice = edge.app.get(Sluice);
      const answer = timingOf(edge.as('ada', '/api/things/slow'));
      await sluice.reached;
      const reachedAt = performance.now();
      while (performance.now() - reachedAt < 20);
      sluice.open();
      expect((await answer)['handle']).toBeGreaterThanOrEqual(19.9);
    });

    it('tells only the whole where a guard refused, or where there is none', async () => {
      for (const path of ['/api/things/me', '/health/live', '/api/nothing'])
        expect(Object.keys(await timingOf(edge.fetch(path)))).toEqual(['total']);
    });
  });

  it('survives a request that is no HTTP', async () => {
    await new Promise<void>((resolve) => {
      const { port, hostname } = new URL(edge.url);
      const request = rawRequest({ port, host: hostname, path: '/', method: 'GET' });
      request.on('response', (response) => response.resume().on('end', resolve));
      request.on('error', () => resolve());
      request.on('socket', (socket) => socket.once('connect', () => socket.write('\0\0\r\n\r\n')));
    });
    expect((await edge.fetch('/api/version')).status).toBe(200);
  });
});
