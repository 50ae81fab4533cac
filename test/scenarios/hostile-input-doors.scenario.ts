import { once } from 'node:events';
import { io } from 'socket.io-client';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

const outside = { 'x-forwarded-for': '203.0.113.9' };
const inTheOpen = { ...outside, 'x-forwarded-proto': 'http' };
const byTls = { ...outside, 'x-forwarded-proto': 'https' };

/** As it is run in earnest: behind one proxy that brings TLS. */
const production = { NODE_ENV: 'production', PARLEY_TRUST_PROXY: '1' };

describe.each(topologies)('the doors of production, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;

  beforeAll(async () => {
    deployment = await start(production);
    ada = await Person.arrive(deployment.url, 'ada');
  });

  afterAll(async () => {
    expect(ada.complaints).toEqual([]);
    ada.leave();
    await deployment.close();
  });

  const logIn = (way: Record<string, string>) =>
    fetch(`${deployment.edgeUrl}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-parley-client': 'web', ...way },
      body: JSON.stringify({ username: ada.profile.username, password: ada.password }),
    });

  const knock = async (path: string, extraHeaders: Record<string, string> = {}) => {
    const socket = io(`${deployment.edgeUrl}${path}`, {
      transports: ['websocket'],
      auth: { token: ada.token },
      extraHeaders,
      forceNew: true,
      reconnection: false,
    });
    const refused = once(socket as never, 'connect_error');
    const [answer] = (await Promise.race([refused, once(socket as never, 'ready')])) as [object];
    socket.close();
    return 'data' in answer ? answer.data : answer;
  };

  it('takes a password and gives a cookie by TLS only', async () => {
    const refused = await logIn(inTheOpen);
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([403, null]);
    expect(await refused.json()).toMatchObject({ code: 'insecure_transport' });
    const taken = await logIn(byTls);
    expect(taken.status).toBe(200);
    expect(taken.headers.get('set-cookie')).toContain('Secure');
    expect(taken.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('takes a token at the handshake by TLS only, or from this machine', async () => {
    expect(await knock('/', inTheOpen)).toMatchObject({ code: 'insecure_transport' });
    expect(await knock('/', byTls)).toHaveProperty('sessionId');
    expect(await knock('/')).toHaveProperty('sessionId');
  });

  it('has one namespace, and no other for anybody', async () => {
    for (const name of ['/admin', '/messages'])
      expect(await knock(name)).toMatchObject({ code: 'not_found', status: 404 });
    expect(await ada.ask('heartbeat', {})).toMatchObject({ ok: true });
  });

  it('says by which methods a path is asked', async () => {
    const response = await fetch(`${deployment.url}/api/messages`, { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' });
  });
});
