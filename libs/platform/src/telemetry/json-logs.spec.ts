import { Logger } from '@nestjs/common';
import { eventually } from '../testing/eventually.js';
import { EdgeUnderTest } from '../http/testing/edge-under-test.js';

describe('the log', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  const lineOf = (requestId: string) =>
    eventually(() => {
      const line = edge.logs.find(
        (entry) => entry['requestId'] === requestId && entry['msg'] === 'request',
      );
      expect(line).toBeDefined();
      return line!;
    });

  it('has one line for each request: who, which route, how it ended, how long it took', async () => {
    await edge.as('ada', '/api/things/T1', { headers: { 'x-request-id': 'log-1' } });
    const line = await lineOf('log-1');
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      requestId: 'log-1',
      userId: 'ada',
      method: 'GET',
      route: '/api/things/:id',
      status: 200,
      ms: expect.any(Number) as number,
      msg: 'request',
    });
  });

  it('never has a token, a body, or what somebody searches for', async () => {
    const headers = { 'x-request-id': 'log-2', cookie: 'refresh=cookie-secret' };
    await edge.as('ada', '/api/things/search?of=searched-secret', { headers });
    await edge.post('ada', '/api/things', { text: 'written-secret' });
    await lineOf('log-2');
    const all = JSON.stringify(edge.logs);
    expect(all).not.toMatch(/cookie-secret|searched-secret|written-secret/);
    expect(all).not.toContain(edge.tokenOf('ada').slice(0, 30));
  });

  it('never has what stands in a path, which may be the right to it', async () => {
    const ask = (id: string, method: string, path: string) =>
      edge.fetch(path, { method, headers: { 'x-request-id': id } });
    await edge.as('ada', '/api/things/0pathsecret');
    await ask('log-3', 'POST', '/api/things/0pathsecret');
    await ask('log-4', 'POST', '/api/hooks/0/0pathsecret');
    await ask('log-5', 'GET', '/api/things/0pathsecret%E0%A4%A');
    for (const id of ['log-3', 'log-4', 'log-5']) await lineOf(id);
    expect(JSON.stringify(edge.logs)).not.toContain('pathsecret');
  });

  it('drops secrets that somebody hands to it', async () => {
    const careless = { who: 'ada', password: 'p-secret', at: { accessToken: 't-secret' } };
    new Logger('Careless').warn(careless);
    await eventually(() => expect(JSON.stringify(edge.logs)).toContain('Careless'));
    expect(JSON.stringify(edge.logs)).not.toMatch(/p-secret|t-secret/);
  });
});
