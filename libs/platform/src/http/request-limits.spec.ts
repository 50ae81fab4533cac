import { networkOf } from './network-of.js';
import { EdgeUnderTest } from './testing/edge-under-test.js';

describe('limits of the REST edge', () => {
  let edge: EdgeUnderTest;
  const start = async (environment: NodeJS.ProcessEnv) => {
    edge = await EdgeUnderTest.start(environment);
  };
  afterEach(() => edge.close());

  const few = { PARLEY_HTTP_BURST: '3', PARLEY_HTTP_RATE: '0.01' };

  it('lets a person burst, then says when to come again', async () => {
    await start(few);
    for (const left of [2, 1, 0]) {
      const { status, headers } = await edge.as('ada', '/api/things/me');
      expect(status).toBe(200);
      expect(headers.get('ratelimit-policy')).toBe('"address";q=12;w=300, "user";q=3;w=300');
      expect(headers.get('ratelimit')).toMatch(
        new RegExp(`^"address";r=\\d+;t=\\d+, "user";r=${left};t=\\d+$`),
      );
      expect(headers.get('retry-after')).toBeNull();
    }
    const refused = await edge.as('ada', '/api/things/me');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(90);
    expect(await refused.json()).toMatchObject({ code: 'rate_limited' });
    expect((await edge.as('bob', '/api/things/me')).status).toBe(200);
  });

  it('limits an address before it looks at the token', async () => {
    await start({ PARLEY_HTTP_BURST: '1', PARLEY_HTTP_RATE: '0.01' });
    const guess = async () => (await edge.fetch('/api/things/me')).status;
    expect([await guess(), await guess(), await guess(), await guess()]).toEqual([
      401, 401, 401, 401,
    ]);
    expect(await guess()).toBe(429);
  });

  it('gives a sensitive route a bucket of its own', async () => {
    await start({});
    const tryKey = () => edge.fetch('/api/things/key', { method: 'POST' });
    expect((await tryKey()).status).toBe(200);
    expect((await tryKey()).headers.get('ratelimit')).toContain('"route-address";r=0');
    expect((await tryKey()).status).toBe(429);
    expect((await edge.as('ada', '/api/things/me')).status).toBe(200);
  });

  it('believes X-Forwarded-For from a configured proxy only', async () => {
    const from = (address: string) =>
      edge.fetch('/api/things/key', { method: 'POST', headers: { 'x-forwarded-for': address } });
    await start({});
    for (const address of ['10.0.0.1', '10.0.0.2']) expect((await from(address)).status).toBe(200);
    expect((await from('10.0.0.3')).status).toBe(429);
    await edge.close();

    await start({ PARLEY_TRUST_PROXY: '1' });
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
      expect((await from(address)).status).toBe(200);
  });
});

describe('networkOf', () => {
  it('is an IPv4 address as it is', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  });

  it('is the first half of an IPv6 address, however it is written', () => {
    expect(networkOf('2001:db8:0:1:a:b:c:d')).toBe('2001:db8:0:1');
    expect(networkOf('2001:DB8::1:a:b:c:d')).toBe('2001:db8:0:1');
    expect(networkOf('2001:0db8:0000:0001::')).toBe('2001:db8:0:1');
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  });

  it('tells households apart', () => {
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'));
  });
});
