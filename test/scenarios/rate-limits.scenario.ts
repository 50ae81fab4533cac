import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('limits of requests, %s', (_, start) => {
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await start({ PARLEY_HTTP_BURST: '20', PARLEY_HTTP_RATE: '0.1' });
  });

  afterAll(() => deployment.close());

  const register = (username: string) =>
    fetch(`${deployment.url}/api/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        username,
        name: username,
        email: `${username}@parley.example`,
        password: 'correct horse battery',
      }),
    });

  it('slows one address down at the door, and lets it look around', async () => {
    expect((await register('one')).status).toBe(201);
    expect((await register('two')).status).toBe(201);
    const third = await register('three');
    expect(third.status).toBe(429);
    expect(await third.json()).toMatchObject({ code: 'rate_limited' });
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(third.headers.get('ratelimit')).toContain('"route-address";r=0');
    expect((await fetch(`${deployment.url}/api/config`)).status).toBe(200);
  });
});
