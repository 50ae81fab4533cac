import { Parley } from './parley.js';

/** A server that is busy for as long as anybody would ask, and what is done while it says so. */
function busyFor(seconds: number, meanwhile: () => void) {
  const fetch = () => {
    meanwhile();
    const headers = { 'retry-after': `${seconds}`, 'content-type': 'application/problem+json' };
    return Promise.resolve(new Response('{}', { status: 429, headers }));
  };
  const retries = { longestWaitMs: seconds * 1000 };
  return Parley.withToken({ url: 'http://parley.example', token: 't1', fetch, retries });
}

describe('A request that waits for a busy server', () => {
  const hour = 3600;

  it('ends at once when it was given up before the wait', async () => {
    const enough = new AbortController();
    const parley = busyFor(hour, () => enough.abort());
    const asked = parley.api.chats.list({ signal: enough.signal });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends at once when it is given up meanwhile', async () => {
    const enough = new AbortController();
    const parley = busyFor(hour, () => setTimeout(() => enough.abort()));
    const asked = parley.api.chats.list({ signal: enough.signal });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
