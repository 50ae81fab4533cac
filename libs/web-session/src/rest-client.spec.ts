import { FetchRestClient } from './rest-client';
import { FakeBrowser } from './testing';

describe('FetchRestClient', () => {
  it.each(['chats/..', 'chats/../users', 'chats/', 'chats/\0', 'chats/%2e%2e', 'chats/c1?limit=1'])(
    'asks for nothing that a crooked address like %j could mean',
    async (path) => {
      const browser = new FakeBrowser();
      const asked = new FetchRestClient(browser, null).request('GET', path);
      await expect(asked).rejects.toMatchObject({ code: 'not_found', status: 404 });
      expect(browser.requests).toEqual([]);
    },
  );
});
