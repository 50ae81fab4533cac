import { askedWith, FetchRestClient } from './rest-client';
import { FakeBrowser } from './testing';

describe('FetchRestClient', () => {
  it.each([
    'chats/..',
    'chats/../users',
    'chats/',
    'chats/\0',
    'chats/%2e%2e',
    'chats/%2F',
    'chats/c1?limit=1',
  ])('asks for nothing that a crooked address like %j could mean', async (path) => {
    const browser = new FakeBrowser();
    const asked = new FetchRestClient(browser, null).request('GET', path);
    await expect(asked).rejects.toMatchObject({ code: 'not_found', status: 404 });
    expect(browser.requests).toEqual([]);
  });

  it('asks for what has an emoji in its address', async () => {
    const browser = new FakeBrowser();
    const path = `messages/m1/reactions/${encodeURIComponent('#️⃣')}`;
    browser.routes.set(`PUT ${path}`, () => [200, { id: 'm1' }]);
    await expect(new FetchRestClient(browser, null).request('PUT', path)).resolves.toEqual({
      id: 'm1',
    });
  });

  it('hears with each answer what time it is', async () => {
    const browser = new FakeBrowser();
    browser.routes.set('GET about', () => [200, {}]);
    await new FetchRestClient(browser, null).request('GET', 'about');
    expect(browser.heard).toEqual(['Mon, 02 Mar 2026 11:00:00 GMT']);
  });
});

describe('askedWith', () => {
  /** Tokens in their order; each is good until it is spent. */
  const tokensOf = (...values: string[]) => ({
    fresh: () => Promise.resolve(values[0]!),
    renew: (spent: string | null) => Promise.resolve(values[values.indexOf(spent!) + 1]!),
  });

  it('asks once where the token is taken', async () => {
    const ask = jest.fn((token: string) => Promise.resolve({ status: 200, token }));
    expect(await askedWith(tokensOf('one', 'two'), ask)).toEqual({ status: 200, token: 'one' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([200, 401])(
    'asks once more with a new one after a 401, whatever follows: %d',
    async (n) => {
      const ask = jest.fn((token: string) =>
        Promise.resolve({ status: token === 'two' ? n : 401, token }),
      );
      const answer = await askedWith(tokensOf('one', 'two', 'three'), ask);
      expect(answer).toEqual({ status: n, token: 'two' });
      expect(ask.mock.calls).toEqual([['one'], ['two']]);
    },
  );
});
