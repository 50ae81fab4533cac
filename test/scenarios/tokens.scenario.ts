import type {
  Account,
  AuditPage,
  MadeToken,
  Message,
  Scope,
  TokenList,
  UserList,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { pixel } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('Personal access tokens, %s', (_, start) => {
  let deployment: Deployment;
  let owner: Person;
  let ada: Person;

  beforeAll(async () => {
    deployment = await start();
    owner = await Person.register(deployment.url, 'olga');
    ada = await Person.arrive(deployment.url, 'ada');
  });

  afterAll(() => deployment.close());

  async function make(...scopes: Scope[]): Promise<MadeToken> {
    const made = await ada.post('/api/users/me/tokens', { name: 'a program', scopes });
    expect(made.status).toBe(201);
    return made.body as MadeToken;
  }

  const list = async () => ((await ada.get('/api/users/me/tokens')).body as TokenList).items;

  it('let a program do what they are for, as their owner', async () => {
    const chatId = await ada.group('crew', owner);
    const made = await make('messages:write', 'files:write', 'events:read');
    const program = ada.withToken(made.token);
    await program.connect();
    const sent = await program.post('/api/messages', { chatId, text: 'from a program' });
    expect(sent).toMatchObject({ status: 201, body: { senderId: ada.id } });
    await program.hears('new_message', ({ id }) => id === (sent.body as Message).id);
    const said = await program.send(chatId, 'by its socket');
    expect(said.senderId).toBe(ada.id);
    expect(await program.ask('join_chat', { chatId })).toMatchObject({
      problem: { code: 'insufficient_scope', params: { scope: 'chats:read' } },
    });
    expect(await program.get(`/api/messages/${chatId}`)).toMatchObject({
      status: 403,
      body: { code: 'insufficient_scope', params: { scope: 'messages:read' } },
    });
    const form = new FormData();
    form.append('chatId', chatId);
    form.append('file', new Blob([pixel]), 'pixel.png');
    const uploaded = await fetch(`${deployment.url}/api/files/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${made.token}` },
      body: form,
    });
    expect(uploaded.status).toBe(201);
    const [shown] = await list();
    expect(shown).toMatchObject({ id: made.id, lastUsedAt: expect.any(String) as string });
    expect(shown).not.toHaveProperty('token');
    program.leave();
    expect(program.complaints).toEqual([]);
  });

  it('are good for nothing that is about sessions, passwords and tokens', async () => {
    const program = ada.withToken((await make('users:read', 'users:write', 'admin:write')).token);
    for (const path of ['/api/users/me/tokens', '/api/auth/sessions']) {
      expect(await program.get(path)).toMatchObject({
        status: 403,
        body: { code: 'insufficient_scope', params: { scope: null } },
      });
    }
    expect((await program.get('/api/auth/me')).status).toBe(200);
    const renamed = await program.put(`/api/users/${owner.id}`, { name: 'Another' });
    expect(renamed).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('end at once when they are revoked, with their sockets, and it is written down', async () => {
    const made = await make('users:read', 'events:read');
    const program = ada.withToken(made.token);
    await program.connect();
    expect((await program.get('/api/auth/me')).status).toBe(200);
    expect((await ada.delete(`/api/users/me/tokens/${made.id}`)).status).toBe(204);
    await eventually(async () => expect((await program.get('/api/auth/me')).status).toBe(401));
    await program.hears('problem', ({ code }) => code === 'unauthenticated');
    expect((await list()).map(({ id }) => id)).not.toContain(made.id);
    await eventually(async () => {
      const { body } = await owner.get(`/api/admin/audit?targetId=${made.id}`);
      const actions = (body as AuditPage).items.map(({ action }) => action);
      expect(actions).toEqual(['token.revoked', 'token.made']);
    });
  });

  it('let a bot speak, that an administrator has made', async () => {
    const wanted = { username: `robo-${process.pid}`, name: 'Robo' };
    const { body, status } = await owner.post('/api/admin/bots', wanted);
    expect(status).toBe(201);
    const bot = body as Account;
    const path = `/api/admin/bots/${bot.id}/tokens`;
    const scopes: Scope[] = ['messages:write', 'chats:read', 'events:read'];
    const made = (await owner.post(path, { name: 'production', scopes })).body as MadeToken;
    const program = owner.withToken(made.token);
    const chatId = await ada.group('with a bot', owner);
    await ada.post(`/api/chats/${chatId}/members`, { userIds: [bot.id] });
    await program.connect();
    expect(await program.send(chatId, 'beep')).toMatchObject({ senderId: bot.id });
    await ada.hears('new_message', ({ senderId }) => senderId === bot.id);
    const [seen] = ((await ada.get(`/api/users/lookup?ids=${bot.id}`)).body as UserList).items;
    expect(seen).toMatchObject({ name: 'Robo', role: 'bot', status: 'online' });
    expect((await owner.post(`/api/admin/users/${bot.id}/reset-link`, {})).status).toBe(404);
    const suspended = await owner.request('PATCH', `/api/admin/users/${bot.id}`, {
      state: 'suspended',
    });
    expect(suspended.status).toBe(200);
    await program.hears('problem', ({ code }) => code === 'unauthenticated');
    await eventually(async () => expect((await program.get('/api/chats')).status).toBe(401));
    expect((await owner.post(path, { name: 'x', scopes })).status).toBe(403);
    expect([...owner.complaints, ...program.complaints, ...ada.complaints]).toEqual([]);
  });

  it('end when their owner is suspended', async () => {
    const eve = await Person.register(deployment.url, 'eve');
    const made = await eve.post('/api/users/me/tokens', { name: 'x', scopes: ['users:read'] });
    const program = eve.withToken((made.body as MadeToken).token);
    expect((await program.get('/api/auth/me')).status).toBe(200);
    const path = `/api/admin/users/${eve.id}`;
    expect((await owner.request('PATCH', path, { state: 'suspended' })).status).toBe(200);
    await eventually(async () => expect((await program.get('/api/auth/me')).status).toBe(401));
    await owner.request('PATCH', path, { state: 'active' });
    expect((await program.get('/api/auth/me')).status).toBe(401);
  });
});
