import type { Chat, MadeToken, TokenList } from '@app/contracts';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('Requests with an Idempotency-Key, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;

  beforeAll(async () => {
    deployment = await start();
    ada = await Person.register(deployment.url, 'ada');
  });

  afterAll(() => deployment.close());

  const post = (path: string, key: string, body: object) =>
    ada.request('POST', path, body, { 'idempotency-key': key });

  it('are done once, however often and at once they come', async () => {
    const channel = { type: 'channel', slug: 'once', name: 'Once', visibility: 'public' };
    const all = await Promise.all(
      Array.from({ length: 5 }, () => post('/api/chats', 'a-channel', channel)),
    );
    const again = await post('/api/chats', 'a-channel', channel);
    expect(again).toMatchObject({ status: 201, body: { slug: 'once' } });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const { id } = again.body as Chat;
    for (const { status, body } of all) {
      if (status === 201) expect(body).toMatchObject({ id });
      else expect(body).toMatchObject({ code: 'conflict', params: { field: 'Idempotency-Key' } });
    }
    expect(all.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    const taken = await ada.post('/api/chats', channel);
    expect(taken).toMatchObject({ status: 409, body: { params: { field: 'slug' } } });
  });

  it('show a secret again to who has the key, and to nobody else', async () => {
    const wanted = { name: 'a program', scopes: ['chats:read'] };
    const first = await post('/api/users/me/tokens', 'a-token', wanted);
    expect(first.status).toBe(201);
    const again = await post('/api/users/me/tokens', 'a-token', wanted);
    expect((again.body as MadeToken).token).toBe((first.body as MadeToken).token);
    const { body } = await ada.get('/api/users/me/tokens');
    expect((body as TokenList).items).toHaveLength(1);
    const ben = await Person.register(deployment.url, 'ben');
    const other = await ben.request('POST', '/api/users/me/tokens', wanted, {
      'idempotency-key': 'a-token',
    });
    expect((other.body as MadeToken).token).not.toBe((first.body as MadeToken).token);
  });

  it('are refused with a key that came with something else', async () => {
    const token = (name: string) => ({ name, scopes: ['chats:read'] });
    await post('/api/users/me/tokens', 'a-key', token('one'));
    expect(await post('/api/users/me/tokens', 'a-key', token('two'))).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect(ada.complaints).toEqual([]);
  });
});
