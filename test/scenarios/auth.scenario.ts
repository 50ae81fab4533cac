import type { SessionList, SignedInBody } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

/** A browser with our web app, as far as signing in goes: it keeps the cookie as browsers do. */
class Browser {
  cookie: string | undefined;
  /** As the server wrote it. */
  setCookie = '';

  constructor(private readonly url: string) {}

  async post(path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.url}/api/auth/${path}`, {
      method: 'POST',
      headers: {
        'x-parley-client': 'web',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.setCookie = response.headers.get('set-cookie') ?? '';
    const [, pair, value] = /^(parley_refresh=([^;]*))/.exec(this.setCookie) ?? [];
    if (pair !== undefined) this.cookie = value === '' ? undefined : pair;
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Partial<SignedInBody> & { code?: string },
    };
  }
}

describe.each(topologies)('signing in and out, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
  });

  afterEach(() => {
    ada.leave();
    expect(ada.complaints).toEqual([]);
  });

  const credentials = () => ({ username: ada.profile.username, password: ada.password });

  describe('with a browser', () => {
    it('keeps the refresh token in a cookie that no script can read, and out of the body', async () => {
      const browser = new Browser(deployment.url);
      const { status, body } = await browser.post('login', credentials());
      expect(status).toBe(200);
      expect(Object.keys(body).sort()).toEqual(['accessToken', 'expiresIn', 'user']);
      expect(browser.setCookie).toMatch(/HttpOnly/);
      expect(browser.setCookie).toMatch(/SameSite=Strict/);
      expect(browser.setCookie).toMatch(/Path=\/api\/auth(;|$)/);
      expect(browser.setCookie).not.toMatch(/Secure/);
    });

    it('refreshes by the cookie alone, and rotates it', async () => {
      const browser = new Browser(deployment.url);
      await browser.post('login', credentials());
      const before = browser.cookie;
      const { status, body } = await browser.post('refresh');
      expect(status).toBe(200);
      expect(body.refreshToken).toBeUndefined();
      expect(browser.cookie).not.toBe(before);
      expect((await browser.post('refresh', {})).status).toBe(200);
    });

    it('never gives the token of the cookie to a script that hides what it is', async () => {
      const browser = new Browser(deployment.url);
      await browser.post('login', credentials());
      const { body } = await browser.post('refresh', {}, { 'x-parley-client': '' });
      expect(body.accessToken).toEqual(expect.any(String));
      expect(body.refreshToken).toBeUndefined();
    });

    it('spends the cookie for its own pages only, not for another port of the host', async () => {
      const browser = new Browser(deployment.url);
      await browser.post('login', credentials());
      const kept = browser.cookie;
      const foreign = await browser.post('refresh', {}, { origin: 'http://127.0.0.1:1' });
      expect(foreign.status).not.toBe(200);
      expect(browser.cookie).toBe(kept);
      expect((await browser.post('refresh', {}, { origin: deployment.url })).status).toBe(200);
    });

    it('lets two tabs refresh at once, whichever answer comes last', async () => {
      const browser = new Browser(deployment.url);
      await browser.post('login', credentials());
      const tabs = await Promise.all([browser.post('refresh'), browser.post('refresh')]);
      expect(tabs.map(({ status }) => status)).toEqual([200, 200]);
      expect((await browser.post('refresh')).status).toBe(200);
    });

    it('loses the cookie at log-out, and when its session is over', async () => {
      const browser = new Browser(deployment.url);
      const signedIn = await browser.post('login', credentials());
      const dead = browser.cookie;
      const bearer = { authorization: `Bearer ${signedIn.body.accessToken}` };
      expect((await browser.post('logout', undefined, bearer)).status).toBe(204);
      expect(browser.cookie).toBeUndefined();
      browser.cookie = dead;
      expect((await browser.post('refresh')).status).toBe(401);
      expect(browser.cookie).toBeUndefined();
    });

    it('keeps its cookie when somebody mistypes a password', async () => {
      const browser = new Browser(deployment.url);
      await browser.post('login', credentials());
      await browser.post('login', { ...credentials(), password: 'mistyped' });
      expect((await browser.post('refresh')).status).toBe(200);
    });
  });

  describe('with an API client', () => {
    it('has both tokens in the body, sets no cookie, and refreshes by the body', async () => {
      const response = await fetch(`${deployment.url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(credentials()),
      });
      expect(response.headers.get('set-cookie')).toBeNull();
      const { refreshToken } = (await response.json()) as SignedInBody;
      const refreshed = await ada.post('/api/auth/refresh', { refreshToken });
      expect(refreshed).toMatchObject({
        status: 200,
        body: { refreshToken: expect.any(String) as string },
      });
    });

    it.each([{}, { refreshToken: '' }, { refreshToken: 'nonsense' }])(
      'is refused a refresh with %j',
      async (body) => {
        const refused = await ada.post('/api/auth/refresh', body);
        expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
      },
    );

    it.each([
      { username: 'ada', password: { $gt: '' } },
      { username: { $gt: '' }, password: 'x' },
      { username: 'ada', email: 'ada@parley.example', password: 'x' },
      { password: 'x' },
      { username: 'ada', password: 'x', isAdmin: true },
      { username: 'ada', password: 'x'.repeat(300) },
    ])('is refused a log-in that is none: %#', async (body) => {
      expect(await ada.post('/api/auth/login', body)).toMatchObject({
        status: 422,
        body: { code: 'validation_failed' },
      });
    });

    it('hears after how long to come back, after too many failures', async () => {
      const attempt = () =>
        ada.post('/api/auth/login', { ...credentials(), password: 'not the one' });
      for (let failure = 0; failure < 5; failure++) expect((await attempt()).status).toBe(401);
      const sixth = await attempt();
      expect(sixth.status).toBe(429);
      expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
    });
  });

  it('ends at once for the sockets and tokens of a session that logs out', async () => {
    const elsewhere = await ada.anotherDevice();
    expect((await ada.post('/api/auth/logout')).status).toBe(204);
    expect((await ada.get('/api/auth/me')).status).toBe(401);
    await eventually(() => expect(elsewhere.socket.connected).toBe(false));
    const { refreshToken } = ada;
    expect((await ada.post('/api/auth/refresh', { refreshToken })).status).toBe(401);
    elsewhere.leave();
  });

  it('lists the sessions, and ends one of them or all others', async () => {
    const phone = (await ada.post('/api/auth/login', credentials())).body as SignedInBody;
    const tablet = (await ada.post('/api/auth/login', credentials())).body as SignedInBody;
    const { items } = (await ada.get('/api/auth/sessions')).body as SessionList;
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(items).toHaveLength(3);
    const [other] = items.filter(({ isCurrent }) => !isCurrent);
    expect((await ada.delete(`/api/auth/sessions/${other!.id}`)).status).toBe(204);
    expect((await ada.delete('/api/auth/sessions')).status).toBe(204);
    const left = (await ada.get('/api/auth/sessions')).body as SessionList;
    expect(left.items.map(({ isCurrent }) => isCurrent)).toEqual([true]);
    for (const { refreshToken } of [phone, tablet]) {
      expect((await ada.post('/api/auth/refresh', { refreshToken })).status).toBe(401);
    }
  });

  it('changes the password, and signs out the other devices', async () => {
    const phone = (await ada.post('/api/auth/login', credentials())).body as SignedInBody;
    const newPassword = 'another horse battery';
    const change = (currentPassword: string) =>
      ada.put('/api/auth/password', { currentPassword, newPassword });
    expect((await change('wrong')).status).toBe(403);
    expect((await change(ada.password)).status).toBe(204);
    expect((await ada.get('/api/auth/me')).status).toBe(200);
    const { refreshToken } = phone;
    expect((await ada.post('/api/auth/refresh', { refreshToken })).status).toBe(401);
    expect((await ada.post('/api/auth/login', credentials())).status).toBe(401);
  });
});
