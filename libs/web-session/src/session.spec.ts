import { TestBed } from '@angular/core/testing';
import { aProfile } from '@app/contracts/testing';
import { Browser } from './browser';
import { ConnectionLost, type RequestProblem } from './request-problem';
import { Session, UnsentMessages } from './session';
import { aProblem, aSignIn, FakeBrowser, FakeTabs } from './testing';

const ann = aProfile('ann');

/** A tab whose server gives the tokens t1, t2 …, and knows only the last of them. */
function aTab(tabs = new FakeTabs(), server = { made: 0 }) {
  const browser = new FakeBrowser(tabs);
  const next = () => [200, aSignIn(ann, `t${++server.made}`)] as const;
  browser.routes.set('POST auth/login', next);
  browser.routes.set('POST auth/refresh', next);
  browser.routes.set('POST auth/logout', () => [204]);
  browser.routes.set('GET auth/me', ({ headers }) =>
    headers['Authorization'] === `Bearer t${server.made}`
      ? [200, { name: 'ann' }]
      : aProblem('token_expired', 401),
  );
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: Browser, useValue: browser }] });
  return { browser, session: TestBed.inject(Session), server, tabs };
}

async function signedIn() {
  const tab = aTab();
  await tab.session.logIn({ login: 'ann', password: 'correct horse' });
  tab.browser.requests.length = 0;
  return tab;
}

/** All that was begun without waiting for it has come to its end. */
async function eventsHandled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe('Session', () => {
  it('asks nothing of the server on a first visit', async () => {
    const { session, browser } = aTab();
    await session.start();
    expect([session.state(), browser.requests]).toEqual(['signed-out', []]);
  });

  it('signs in by name or by e-mail address, and says that it is the web client', async () => {
    const { session, browser } = aTab();
    const sent: unknown[] = [];
    browser.routes.set('POST auth/login', ({ body, headers }) => {
      sent.push(body, headers['X-Parley-Client']);
      return [200, aSignIn(ann, 't')];
    });
    await session.logIn({ login: ' ann ', password: 'secret' });
    await session.logIn({ login: 'ann@example.org', password: 'secret' });
    expect(sent).toEqual([
      { username: 'ann', password: 'secret' },
      'web',
      { email: 'ann@example.org', password: 'secret' },
      'web',
    ]);
    expect([session.state(), session.user()]).toEqual(['signed-in', ann]);
  });

  it('rejects with the code and the fields of a refusal', async () => {
    const { session, browser } = aTab();
    const issues = [{ path: 'password', message: 'Too short' }];
    browser.routes.set('POST auth/register', () => aProblem('validation_failed', 422, { issues }));
    const refused = session.register({ ...ann, password: 'x' });
    await expect(refused).rejects.toMatchObject({ code: 'validation_failed', status: 422 });
    const error = (await refused.catch((reason: unknown) => reason)) as RequestProblem;
    expect(error.issues.get('password')).toBe('Too short');
    expect(session.isSignedIn()).toBe(false);
  });

  it('takes over what another device has changed, and keeps what it knows without an answer', async () => {
    const { session, browser } = await signedIn();
    await session.reread();
    expect(session.user()).toEqual(ann);
    browser.routes.set(`GET users/${ann.id}`, () => [200, { ...ann, name: 'Anna' }]);
    await session.reread();
    expect(session.user()?.name).toBe('Anna');
  });

  it('comes back by the cookie after a reload', async () => {
    const { tabs, server } = await signedIn();
    const { session, browser } = aTab(tabs, server);
    await session.start();
    await eventsHandled();
    expect([session.state(), session.user()?.name]).toEqual(['signed-in', 'ann']);
    expect(browser.requests).toEqual(['POST auth/refresh']);
  });

  it('shows an earlier visit before the server has answered', async () => {
    const { tabs, server } = await signedIn();
    const { session, browser } = aTab(tabs, server);
    browser.routes.set('POST auth/refresh', () => new Promise(() => undefined));
    await session.start();
    expect([session.state(), session.user()]).toEqual(['signed-in', ann]);
  });

  it('begins anew, with nobody signed in, when the cookie is refused', async () => {
    const { tabs } = await signedIn();
    const first = aTab(tabs);
    first.browser.routes.set('POST auth/refresh', () => aProblem('unauthenticated', 401));
    await first.session.start();
    await eventsHandled();
    expect([first.session.state(), first.browser.reloads]).toEqual(['signed-out', 1]);
    const { session, browser } = aTab(tabs);
    await session.start();
    expect([session.state(), session.user(), browser.requests]).toEqual(['signed-out', null, []]);
  });

  it.each([
    ['refused', 'unauthenticated', 401],
    ['not answered by ours', 'internal', 502],
  ] as const)('a cookie of nobody knows whom that is %s opens nothing', async (_, code, status) => {
    const { browser, session } = aTab();
    browser.read = () => undefined as never;
    browser.routes.set('POST auth/refresh', () => aProblem(code, status));
    await session.start();
    expect([session.state(), session.user()]).toEqual(['signed-out', null]);
  });

  it('lets the person who was here read on without a network', async () => {
    const { tabs } = await signedIn();
    const { session, browser } = aTab(tabs);
    browser.routes.delete('POST auth/refresh');
    await session.start();
    expect([session.state(), session.user()?.name]).toEqual(['signed-in', 'ann']);
  });

  it('tries once more with a new token after a 401, in one refresh for all', async () => {
    const { session, browser, server } = await signedIn();
    server.made++;
    const asked = [1, 2, 3].map(() => session.rest.request('GET', 'auth/me'));
    await expect(Promise.all(asked)).resolves.toHaveLength(3);
    expect(browser.requests.filter((name) => name === 'POST auth/refresh')).toHaveLength(1);
  });

  it('renews a token before it ends', async () => {
    const { session, browser } = await signedIn();
    browser.nowMs += 880_000;
    await session.rest.request('GET', 'auth/me');
    expect(browser.requests).toEqual(['POST auth/refresh', 'GET auth/me']);
  });

  it('takes the token that another tab got', async () => {
    const one = await signedIn();
    const two = aTab(one.tabs, one.server);
    await two.session.start();
    await eventsHandled();
    one.browser.nowMs = two.browser.nowMs += 880_000;
    one.browser.requests.length = two.browser.requests.length = 0;
    await Promise.all([
      one.session.rest.request('GET', 'auth/me'),
      two.session.rest.request('GET', 'auth/me'),
    ]);
    const asked = [...one.browser.requests, ...two.browser.requests];
    expect(asked.filter((name) => name === 'POST auth/refresh')).toHaveLength(1);
  });

  it('begins anew where it was when the session was ended elsewhere, in all tabs', async () => {
    const { session, browser, server, tabs } = await signedIn();
    const other = aTab(tabs, server);
    await other.session.start();
    await eventsHandled();
    const forgotten: string[] = [];
    for (const [name, each] of [['one', session] as const, ['other', other.session] as const])
      each.keeps({
        unsentCount: () => 1,
        forget: () => Promise.reject(new Error('What is not sent is kept')),
        forgetCopies: () => Promise.resolve(void forgotten.push(name)),
      });
    server.made++;
    browser.routes.set('POST auth/refresh', () => aProblem('unauthenticated', 401));
    const asked = session.rest.request('GET', 'auth/me');
    await expect(asked).rejects.toMatchObject({ code: 'unauthenticated' });
    await eventsHandled();
    expect([session.state(), browser.reloads, browser.departures]).toEqual(['signed-out', 1, 0]);
    expect(browser.hasTraces).toBe(true);
    expect([other.session.state(), other.browser.reloads]).toEqual(['signed-out', 1]);
    expect(forgotten.sort()).toEqual(['one', 'other']);
  });

  it('forgets copies of an earlier visit when the server no longer knows the session', async () => {
    const { tabs, server } = await signedIn();
    const later = aTab(tabs, server);
    later.browser.routes.set('POST auth/refresh', () => aProblem('unauthenticated', 401));
    await later.session.start();
    await eventsHandled();
    expect([later.session.state(), later.browser.forgotten]).toEqual(['signed-out', ['ann']]);
  });

  it.each([
    ['ends', (tab: Awaited<ReturnType<typeof signedIn>>) => tab.session.logOut()],
    [
      'is ended by the server',
      async ({ session, browser, server }: Awaited<ReturnType<typeof signedIn>>) => {
        server.made++;
        browser.routes.set('POST auth/refresh', () => aProblem('unauthenticated', 401));
        const asked = session.rest.request('GET', 'auth/me');
        await expect(asked).rejects.toMatchObject({ code: 'unauthenticated' });
        await eventsHandled();
      },
    ],
  ])('forgets copies of an earlier visit when it %s on a page without chats', async (_, end) => {
    const tab = await signedIn();
    await end(tab);
    expect([tab.session.state(), tab.browser.forgotten]).toEqual(['signed-out', ['ann']]);
  });

  it('shows an earlier visit while nobody can tell whether it is over', async () => {
    const { tabs, server } = await signedIn();
    const later = aTab(tabs, server);
    later.browser.routes.clear();
    await later.session.start();
    expect([later.session.state(), later.browser.forgotten]).toEqual(['signed-in', []]);
  });

  it('stays signed in while the server is away', async () => {
    const { session, browser } = await signedIn();
    browser.routes.clear();
    await expect(session.rest.request('GET', 'auth/me')).rejects.toBeInstanceOf(ConnectionLost);
    browser.nowMs += 900_000;
    await expect(session.rest.request('GET', 'auth/me')).rejects.toBeInstanceOf(ConnectionLost);
    expect([session.state(), browser.reloads]).toEqual(['signed-in', 0]);
  });

  it('does not sign out while messages wait, unless it is told to', async () => {
    const { session, browser } = await signedIn();
    let kept = 2;
    const forget = () => {
      kept = 0;
      return Promise.resolve();
    };
    session.keeps({ unsentCount: () => kept, forget, forgetCopies: forget });
    await expect(session.logOut()).rejects.toEqual(new UnsentMessages(2));
    expect([session.isSignedIn(), kept]).toEqual([true, 2]);
    await session.logOutAnyway();
    expect([session.isSignedIn(), kept]).toEqual([false, 0]);
    expect([browser.departures, browser.reloads]).toEqual([1, 0]);
  });

  it('signs out where a database refuses, and the browser forgets instead', async () => {
    const { session, browser } = await signedIn();
    const forgotten: string[] = [];
    const forget = () => Promise.resolve(void forgotten.push('the other'));
    const refuse = () => Promise.reject(new DOMException('closed', 'InvalidStateError'));
    session.keeps({ unsentCount: () => 0, forget: refuse, forgetCopies: refuse });
    session.keeps({ unsentCount: () => 0, forget, forgetCopies: forget });
    await session.logOut();
    expect([forgotten, browser.forgotten]).toEqual([['the other'], [session.user()!.id]]);
    expect(browser.departures).toBe(1);
  });

  it('signs out in all tabs, and none of them keeps its address', async () => {
    const one = await signedIn();
    const two = aTab(one.tabs, one.server);
    await two.session.start();
    await one.session.logOut();
    expect([two.session.state(), two.browser.departures]).toEqual(['signed-out', 1]);
    expect([one.browser.hasTraces, two.browser.hasTraces]).toEqual([false, false]);
  });
});
