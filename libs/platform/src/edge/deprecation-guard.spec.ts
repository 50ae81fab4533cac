import { EdgeUnderTest } from '../http/testing/edge-under-test.js';

describe('DeprecationGuard', () => {
  let edge: EdgeUnderTest;

  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  const told = {
    // 2026-01-01 and 2027-01-01, as of RFC 9745 and RFC 8594.
    deprecation: '@1767225600',
    sunset: 'Fri, 01 Jan 2027 00:00:00 GMT',
    link: '</api/things/me>; rel="deprecation", </api/things/me>; rel="sunset"',
  };

  it('says of a route that goes since when and until when, also to whom it refuses', async () => {
    const [answered, refused] = [
      await edge.as('ada', '/api/things/old'),
      await edge.fetch('/api/things/old'),
    ];
    expect([answered.status, refused.status]).toEqual([200, 401]);
    for (const { headers } of [answered, refused]) {
      expect(Object.fromEntries(headers)).toMatchObject(told);
    }
  });

  it('says nothing of those that stay', async () => {
    const { headers } = await edge.as('ada', '/api/things/me');
    for (const name of Object.keys(told)) expect(headers.has(name)).toBe(false);
  });
});
