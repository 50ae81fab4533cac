import { EdgeUnderTest } from '../http/testing/edge-under-test.js';

interface Paged {
  readonly page: { readonly nextCursor: string | null };
}

describe('NextPageInterceptor', () => {
  let edge: EdgeUnderTest;

  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  async function asked(query: string) {
    const response = await edge.as('ada', `/api/things/paged${query}`);
    const { page } = (await response.json()) as Paged;
    return { link: response.headers.get('link'), page };
  }

  it('links to the next page, asked for in the same way, and from the last one nowhere', async () => {
    const { link, page } = await asked('?limit=7');
    const [, next] = /^<(\?[^>]+)>; rel="next"$/.exec(link!)!;
    expect(Object.fromEntries(new URLSearchParams(next))).toEqual({
      limit: '7',
      cursor: page.nextCursor,
    });
    expect(await asked(next!)).toEqual({ link: null, page: { nextCursor: null, hasMore: false } });
  });

  it('links from what is no list nowhere', async () => {
    const response = await edge.as('ada', '/api/things/me');
    expect(response.ok).toBe(true);
    expect(response.headers.get('link')).toBeNull();
  });
});
