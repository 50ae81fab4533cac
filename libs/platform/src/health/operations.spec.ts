import { EdgeUnderTest } from '../http/testing/edge-under-test.js';
import { Metrics } from '../telemetry/metrics.js';
import { Readiness } from './readiness.js';

describe('what operators ask', () => {
  let edge: EdgeUnderTest;
  beforeEach(async () => (edge = await EdgeUnderTest.start()));
  afterEach(() => edge.close());

  const ready = async () => {
    const response = await edge.fetch('/health/ready');
    return [response.status, await response.json()];
  };

  it('is live, and ready while its dependencies are up', async () => {
    edge.app.get(Readiness).addCheck('database', () => Promise.resolve());
    expect((await edge.fetch('/health/live')).status).toBe(200);
    expect(await ready()).toEqual([200, { status: 'ready', checks: { database: 'up' } }]);
  });

  it('is live and not ready when one is down, and names it without saying more', async () => {
    const readiness = edge.app.get(Readiness);
    readiness.addCheck('database', () => Promise.resolve());
    readiness.addCheck('queue', () => Promise.reject(new Error('ECONNREFUSED 10.1.2.3:6379')));
    expect((await edge.fetch('/health/live')).status).toBe(200);
    expect(await ready()).toEqual([
      503,
      { status: 'not_ready', checks: { database: 'up', queue: 'down' } },
    ]);
  });

  it('stays ready without what is not vital, and says that it is down', async () => {
    const readiness = edge.app.get(Readiness);
    const down = () => Promise.reject(new Error('Away'));
    readiness.addCheck('search', down, { isVital: false });
    expect(await ready()).toEqual([200, { status: 'ready', checks: { search: 'down' } }]);
    readiness.addCheck('search', down);
    readiness.addCheck('search', down, { isVital: false });
    expect((await ready())[0]).toBe(503);
  });

  it('does not wait for ever for one that hangs', async () => {
    edge.app.get(Readiness).addCheck('database', () => new Promise(() => undefined));
    expect(await ready()).toEqual([503, { status: 'not_ready', checks: { database: 'down' } }]);
  });

  describe('/metrics', () => {
    it('shows the process, the requests by route, and what modules count', async () => {
      edge.app.get(Metrics).counter({ name: 'parley_things_total', help: 'Things.' }).inc(3);
      await edge.as('ada', '/api/things/T7');
      await edge.fetch('/api/nothing-like-it');
      const response = await edge.fetch('/metrics');
      expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
      const text = await response.text();
      expect(text).toContain('parley_things_total 3');
      expect(text).toContain('nodejs_eventloop_lag_seconds');
      expect(text).toContain('parley_sockets 0');
      expect(text).toMatch(/request_duration_seconds_count\{.*route="\/api\/things\/:id".*\} 1/);
      expect(text).toContain('route="unknown"');
      expect(text).not.toContain('nothing-like-it');
      expect(text).not.toContain('T7');
    });

    it('is not there for whoever comes through a proxy', async () => {
      for (const header of ['x-forwarded-for', 'forwarded']) {
        const response = await edge.fetch('/metrics', { headers: { [header]: '203.0.113.9' } });
        expect(response.status).toBe(404);
      }
    });

    it('is not there for another machine behind a trusted proxy either', async () => {
      const proxied = await EdgeUnderTest.start({ PARLEY_TRUST_PROXY: '1' });
      const from = async (address: string) =>
        (await proxied.fetch('/metrics', { headers: { 'x-forwarded-for': address } })).status;
      expect([await from('203.0.113.9'), await from('127.0.0.1')]).toEqual([404, 200]);
      await proxied.close();
    });

    it('is there for who shows the token, and for nobody with another one', async () => {
      const token = 'the-scraper-knows-this-and-nobody-else';
      const withToken = await EdgeUnderTest.start({ PARLEY_METRICS_TOKEN: token });
      const far = { 'x-forwarded-for': '203.0.113.9' };
      const asked = async (at: EdgeUnderTest, shown: string) => {
        const headers = { ...far, authorization: `Bearer ${shown}` };
        return (await at.fetch('/metrics', { headers })).status;
      };
      expect(await asked(withToken, token)).toBe(200);
      for (const other of ['', token.slice(1), token.replace('the', 'THE'), `${token}x`])
        expect(await asked(withToken, other)).toBe(404);
      expect(await asked(edge, token)).toBe(404);
      await withToken.close();
    });

    it('gives one metric to all who ask for its name', () => {
      const metrics = edge.app.get(Metrics);
      const ask = () => metrics.counter({ name: 'parley_twice_total', help: 'Asked twice.' });
      expect(ask()).toBe(ask());
    });
  });
});

describe('GET /api/version', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  it('answers whoever asks', async () => {
    const version = (await (await edge.fetch('/api/version')).json()) as { version: string };
    expect(version.version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
