import { Courier, retryAfterMs, type RetryBounds } from './courier.js';
import { FixedToken, type TokenSource } from './tokens.js';

const bounds: RetryBounds = { tries: 3, longestWaitMs: 10_000 };

/** A courier to a server that gives these answers, the last one for ever. */
function courierTo(answers: readonly (() => Response)[], tokens?: TokenSource) {
  const asked: Request[] = [];
  const waits: number[] = [];
  const courier = new Courier({
    fetch: (request) => {
      asked.push(request);
      return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1]!());
    },
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    bounds,
    tokens,
  });
  return { courier, asked, waits };
}

const answer =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('{}', { status, headers });
const request = (method = 'GET', headers: Record<string, string> = {}) =>
  new Request('http://parley.example/api/chats', {
    method,
    headers,
    ...(method === 'POST' && { body: '{"type":"direct"}' }),
  });

describe('Courier', () => {
  it('brings the answer', async () => {
    const { courier, asked } = courierTo([answer(200)]);
    expect((await courier.send(request())).status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the server says, and comes again with the same body', async () => {
    const { courier, asked, waits } = courierTo([answer(429, { 'retry-after': '2' }), answer(201)]);
    expect((await courier.send(request('POST'))).status).toBe(201);
    expect(waits).toEqual([2000]);
    expect(await asked[1]!.text()).toBe('{"type":"direct"}');
  });

  it('gives up after so many tries, and hands on the last answer', async () => {
    const { courier, asked, waits } = courierTo([answer(503)]);
    expect((await courier.send(request())).status).toBe(503);
    expect(asked).toHaveLength(3);
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
  });

  it('does not wait longer than it may', async () => {
    const { courier, asked } = courierTo([answer(429, { 'retry-after': '11' })]);
    expect((await courier.send(request())).status).toBe(429);
    expect(asked).toHaveLength(1);
  });

  it('does not repeat what may have been done, unless the server knows it again', async () => {
    const unknown = courierTo([answer(503)]);
    await unknown.courier.send(request('POST'));
    expect(unknown.asked).toHaveLength(1);
    const known = courierTo([answer(503)]);
    await known.courier.send(request('POST', { 'idempotency-key': 'k1' }));
    expect(known.asked).toHaveLength(3);
  });

  it('exchanges a refused token once', async () => {
    const renew = (refused: string) => Promise.resolve(`${refused}, renewed`);
    const tokens = { fresh: () => Promise.resolve('t1'), renew };
    const { courier, asked } = courierTo([answer(401)], tokens);
    const withToken = request('GET', { authorization: 'Bearer t1' });
    expect((await courier.send(withToken)).status).toBe(401);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer t1',
      'Bearer t1, renewed',
    ]);
  });

  it('has no other token than the one that was made for it', async () => {
    const { courier, asked } = courierTo([answer(401)], new FixedToken('t1'));
    await courier.send(request('GET', { authorization: 'Bearer t1' }));
    expect(asked).toHaveLength(1);
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates, and nothing else', () => {
    const now = Date.parse('2026-01-02T03:04:05Z');
    expect(retryAfterMs('3', now)).toBe(3000);
    expect(retryAfterMs('Fri, 02 Jan 2026 03:04:15 GMT', now)).toBe(10_000);
    expect(retryAfterMs('Fri, 02 Jan 2026 03:04:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
  });
});
