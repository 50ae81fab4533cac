import { EdgeUnderTest } from './testing/edge-under-test.js';
import { isFromHere, isSecure, type Arrived } from './secure-transport.js';

const outside = '203.0.113.9';

/** A request that arrived from a peer with these headers. */
const from = (remoteAddress: string, headers: Arrived['headers'] = {}): Arrived => ({
  headers,
  socket: { remoteAddress },
});

describe('isSecure', () => {
  it.each([
    ['this machine', from('127.0.0.1'), 0],
    ['this machine by IPv6', from('::1'), 0],
    ['this machine, on a socket for both', from('::ffff:127.0.0.1'), 0],
    ['this machine, past a proxy that others use', from('127.0.0.1'), 1],
    ['a trusted proxy by TLS', from('10.0.0.1', by('https')), 1],
    ['a trusted proxy by TLS that knows no caller', from('10.0.0.1', proto('https')), 1],
    ['a trusted proxy in capitals', from('10.0.0.1', proto('HTTPS')), 1],
    ['two trusted proxies, the outer by TLS', from('10.0.0.1', by('https, http')), 2],
    ['this machine through a trusted proxy', from('127.0.0.1', by('http', '127.0.0.1')), 1],
  ])('holds for %s', (_, request, trusted) => {
    expect(isSecure(request, trusted)).toBe(true);
  });

  it.each([
    ['another machine', from(outside), 0],
    ['another machine that lies', from(outside, by('https')), 0],
    ['another machine that names this one', from(outside, by('https', '127.0.0.1')), 0],
    ['a proxy on this machine that nobody trusts', from('127.0.0.1', by('https')), 0],
    ['the same, which tells the protocol only', from('127.0.0.1', proto('https')), 0],
    ['the same, which says it by the standard', from('127.0.0.1', { forwarded: 'for=_x' }), 0],
    ['a trusted proxy by plain HTTP', from('10.0.0.1', by('http')), 1],
    ['the same on this machine, which knows no caller', from('127.0.0.1', proto('http')), 1],
    ['a trusted proxy that does not say', from('10.0.0.1', { 'x-forwarded-for': outside }), 1],
    ['a caller whose word a trusted proxy passes on', from('10.0.0.1', by('https, http')), 1],
    ['nobody known', from(undefined as never), 0],
  ])('does not hold for %s', (_, request, trusted) => {
    expect(isSecure(request, trusted)).toBe(false);
  });
});

describe('isFromHere', () => {
  it('does not take the word of who is not trusted, nor silence of who is', () => {
    expect(isFromHere(from('127.0.0.1'), 0)).toBe(true);
    expect(isFromHere(from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }), 0)).toBe(false);
    expect(isFromHere(from('127.0.0.1', proto('https')), 1)).toBe(false);
    expect(isFromHere(from('127.0.0.1', by('https', '127.0.0.1')), 1)).toBe(true);
  });
});

describe('@OnlyByTls', () => {
  let edge: EdgeUnderTest;
  afterEach(() => edge.close());

  const tell = async (headers: Record<string, string> = {}) => {
    const response = await edge.fetch('/api/things/secret', { method: 'POST', headers });
    return response.status === 200 ? 200 : await response.json();
  };
  const refused = expect.objectContaining({ code: 'insecure_transport', status: 403 }) as unknown;

  it('refuses plain HTTP from elsewhere in production, and says what to do', async () => {
    edge = await EdgeUnderTest.start({ NODE_ENV: 'production', PARLEY_TRUST_PROXY: '1' });
    expect(await tell(by('http'))).toEqual(refused);
    expect(await tell(by('http'))).toMatchObject({
      title: expect.stringContaining('HTTPS') as string,
    });
    expect(await tell(by('https'))).toBe(200);
    expect((await edge.fetch('/api/version', { headers: by('http') })).status).toBe(200);
  });

  it('takes plain HTTP from this machine, but not through a proxy that nobody trusts', async () => {
    edge = await EdgeUnderTest.start({ NODE_ENV: 'production' });
    expect(await tell()).toBe(200);
    expect(await tell(by('https'))).toEqual(refused);
  });

  it('warns at the start of production when no proxy is trusted, and only then', async () => {
    const warnings = () => edge.logs.filter(({ level }) => level === 'warn');
    edge = await EdgeUnderTest.start({ NODE_ENV: 'production', PARLEY_TRUST_PROXY: '1' });
    expect(warnings()).toEqual([]);
    await edge.close();
    edge = await EdgeUnderTest.start({ NODE_ENV: 'production' });
    expect(JSON.stringify(warnings())).toContain('PARLEY_TRUST_PROXY');
  });

  it('minds nothing where it is not production', async () => {
    edge = await EdgeUnderTest.start();
    expect(await tell(by('http'))).toBe(200);
  });
});

function by(protocol: string, caller = outside): Record<string, string> {
  return { 'x-forwarded-for': caller, ...proto(protocol) };
}

function proto(protocol: string): Record<string, string> {
  return { 'x-forwarded-proto': protocol };
}
