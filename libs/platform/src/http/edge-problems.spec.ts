import { ProblemBody } from '@app/contracts';
import { EdgeUnderTest } from './testing/edge-under-test.js';

describe('errors of the REST edge', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  const body = async (response: Response): Promise<ProblemBody> => {
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('x-request-id')).toMatch(/./);
    return ProblemBody.parse(await response.json());
  };

  const send = (contentType: string | undefined, content: string, path = '/api/things') =>
    edge.as('ada', path, {
      method: 'POST',
      body: new TextEncoder().encode(content),
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    });

  it('answers an unknown route with not_found', async () => {
    for (const path of ['/api/nothing', '/api/things/a/b', '/nothing.js', '/socket.ioo'])
      expect(await body(await edge.fetch(path))).toMatchObject({ status: 404, code: 'not_found' });
  });

  it.each([
    ['PUT', '/api/things/me', 'GET, HEAD, DELETE'],
    ['POST', '/api/things/T1', 'GET, HEAD, DELETE'],
    ['DELETE', '/api/things', 'POST'],
    ['HEAD', '/api/things', 'POST'],
    ['OPTIONS', '/api/things', 'POST'],
    ['POST', '/health/live', 'GET, HEAD'],
    ['PATCH', '/api/version?name=x', 'GET, HEAD'],
  ])('refuses %s %s, signed in or not, and says what is allowed', async (method, path, allow) => {
    for (const response of [
      await edge.fetch(path, { method }),
      await edge.as('ada', path, { method }),
    ]) {
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe(allow);
      if (method === 'HEAD') continue;
      expect(await body(response)).toMatchObject({
        code: 'method_not_allowed',
        params: { allowed: allow.split(', ') },
      });
    }
  });

  it('answers an unknown path with not_found by any method', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const path of ['/api/nothing', '/api/things/a/b', '/', '/api']) {
        const response = await edge.fetch(path, { method });
        expect([response.status, response.headers.get('allow')]).toEqual([404, null]);
      }
  });

  it('asks for a sign-in, and says how', async () => {
    const response = await edge.fetch('/api/things/me');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect((await body(response)).code).toBe('unauthenticated');
    expect((await edge.as('ada', '/api/things/me')).status).toBe(200);
  });

  it('accepts JSON up to 100 kB and refuses more with payload_too_large', async () => {
    const text = (length: number) => JSON.stringify({ text: 'x'.repeat(length) });
    expect((await send('application/json', text(100 * 1024 - 20))).status).toBe(201);
    const response = await send('application/json', text(100 * 1024));
    expect(await body(response)).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  it('refuses JSON that does not parse with validation_failed', async () => {
    for (const broken of ['{', '"text"', '{"text": undefined}', 'null'])
      expect((await body(await send('application/json', broken))).code).toBe('validation_failed');
  });

  it('refuses any other type of content with unsupported_media_type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
      const response = await send(type, '{"text":"x"}');
      expect(await body(response)).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    }
    const charset = await send('application/json; charset=klingon', '{"text":"x"}');
    expect((await body(charset)).code).toBe('unsupported_media_type');
    expect((await send('application/json; charset=utf-8', '{"text":"x"}')).ok).toBe(true);
  });

  it('takes a missing body for an empty object, and names what it misses', async () => {
    const problem = await body(await edge.as('ada', '/api/things', { method: 'POST' }));
    expect(problem.params['issues']).toEqual([expect.objectContaining({ path: 'text' })]);
  });

  it('names an unknown field', async () => {
    for (const field of ['colour', 'isAdmin', '$where']) {
      const response = await send('application/json', `{"text":"x","${field}":{"a":1}}`);
      expect(JSON.stringify((await body(response)).params)).toContain(field);
    }
  });

  it.each([
    ['{"text":"x","__proto__":{"isAdmin":true}}', '', '"__proto__"'],
    ['{"text":"x","constructor":{"prototype":{"isAdmin":true}}}', '', '"constructor"'],
    ['{"text":"x","prototype":null,"__proto__":[]}', '', '"prototype", "__proto__"'],
    ['{"text":"x","more":[{"a":{"__proto__":{"isAdmin":true}}}]}', 'more.0.a', '"__proto__"'],
    ['{"text":{"constructor":1}}', 'text', '"constructor"'],
  ])('names a field of every object (%s) as unknown', async (content, path, named) => {
    const problem = await body(await send('application/json', content));
    expect(problem).toMatchObject({ status: 422, code: 'validation_failed' });
    expect(problem.params['issues']).toEqual([
      { path, message: expect.stringContaining(named) as string },
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined();
  });

  it('names a field of every object in a query as well', async () => {
    const response = await edge.as('ada', '/api/things/search?of=x&__proto__=1');
    expect(JSON.stringify((await body(response)).params)).toContain('__proto__');
  });

  it('answers the deepest body briefly', async () => {
    const deep = `${'{"__proto__":'.repeat(7000)}1${'}'.repeat(7000)}`;
    const lists = `{"text":${'['.repeat(50_000)}{"__proto__":1}${']'.repeat(50_000)}}`;
    for (const content of [deep, lists]) {
      const text = await (await send('application/json', content)).text();
      expect(JSON.parse(text)).toMatchObject({ code: 'validation_failed' });
      expect(text.length).toBeLessThan(1000);
    }
  });

  it('refuses half of a percent escape', async () => {
    const response = await edge.as('ada', '/api/things/%E0%A4%A');
    expect((await body(response)).code).toBe('validation_failed');
  });

  it('says when to come again', async () => {
    const slow = await edge.as('ada', '/api/things/refused');
    expect(slow.headers.get('retry-after')).toBe('3');
    expect((await body(slow)).params).toEqual({ retryAfterMs: 2500 });
    const away = await edge.as('ada', '/api/things/away');
    expect(away.headers.get('retry-after')).toBe('1');
    expect(await body(away)).toMatchObject({ status: 503, code: 'service_unavailable' });
  });

  it('logs a bug once, with the request id, and tells nothing of it', async () => {
    const response = await edge.as('ada', '/api/things/bug', {
      headers: { 'x-request-id': 'bug-hunt-1' },
    });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', params: {} });
    expect(text).not.toContain('secret');
    const lines = edge.logs.filter((line) => line['level'] === 'error');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ requestId: 'bug-hunt-1', context: 'Bug' });
    expect(JSON.stringify(lines)).toContain('the-inner-secret');
    expect(JSON.stringify(lines)).not.toContain('a private word');
  });
});

describe('CreatedOrFound', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  it('answers 201 to the first call and 200 to its repetition, with the bare object', async () => {
    const first = await edge.post('ada', '/api/things', { text: 'one' });
    expect([first.status, await first.json()]).toEqual([201, { id: 'T1', text: 'one' }]);
    const again = await edge.post('ada', '/api/things', { text: 'one' });
    expect([again.status, await again.json()]).toEqual([200, { id: 'T1', text: 'one' }]);
  });

  it('leaves a refusal as it is', async () => {
    expect((await edge.post('ada', '/api/things', { text: '' })).status).toBe(422);
  });

  it('leaves other routes their own status', async () => {
    expect((await edge.as('ada', '/api/things/T1', { method: 'DELETE' })).status).toBe(204);
  });
});
