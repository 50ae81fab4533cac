import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('the life of a token, %s', (_, start) => {
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await start({ PARLEY_ACCESS_TTL: '8' });
  });

  afterAll(() => deployment.close());

  /** Connected; where all else is slow, a token may end before it has been used for that. */
  const arriveInTime = () => eventually(() => Person.arrive(deployment.url, 'ada'), 40_000);

  it('ends a socket that does not renew it, and says so before', async () => {
    const ada = await arriveInTime();
    await ada.hears('auth_expiring');
    await eventually(() => expect(ada.socket.connected).toBe(false));
    expect(ada.all('problem')).toMatchObject([{ code: 'token_expired' }]);
    expect(await ada.get('/api/auth/me')).toMatchObject({
      status: 401,
      body: { code: 'token_expired' },
    });
    ada.leave();
  }, 60_000);

  it('goes on when it is renewed in time, but only by the same person', async () => {
    const ada = await arriveInTime();
    const { refreshToken } = ada;
    // At once: neither token is to end while somebody else arrives.
    const [{ body }, eve] = await Promise.all([
      ada.post('/api/auth/refresh', { refreshToken }),
      Person.register(deployment.url, 'eve'),
    ]);
    const { accessToken } = body as { accessToken: string };
    expect(await ada.ask('refresh_auth', { token: eve.token })).toMatchObject({ ok: false });
    await ada.hears('auth_expiring');
    expect(await ada.ask('refresh_auth', { token: accessToken })).toMatchObject({ ok: true });
    ada.leave();
  }, 60_000);
});
