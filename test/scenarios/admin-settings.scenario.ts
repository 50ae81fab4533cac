import type { AuditPage, Invite, PublicConfig, SettingsState } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { upload } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('what is set of the workspace, %s', (_, start) => {
  let deployment: Deployment;
  let admin: Person;
  let ada: Person;
  let ben: Person;
  let newcomers = 0;

  beforeAll(async () => {
    deployment = await start();
    admin = await Person.register(deployment.url, 'olga');
    ada = await Person.arrive(deployment.url, 'ada');
    ben = await Person.arrive(deployment.url, 'ben');
  });

  afterAll(async () => {
    for (const person of [ada, ben]) person.leave();
    for (const person of [admin, ada, ben]) expect(person.complaints).toEqual([]);
    await deployment.close();
  });

  const set = (settings: object, more: object = {}) =>
    admin.request('PATCH', '/api/admin/settings', { settings, ...more });
  const config = async () =>
    (await (await fetch(`${deployment.url}/api/config`)).json()) as PublicConfig;
  const register = async (inviteCode?: string) => {
    const username = `new-${++newcomers}-${process.pid}`;
    const account = { username, name: 'New', email: `${username}@parley.example`, inviteCode };
    const response = await fetch(`${deployment.url}/api/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...account, password: 'correct horse battery' }),
    });
    return { status: response.status, body: (await response.json()) as { code?: string } };
  };

  /** Requests go to several processes by turns: all of them must have heard. */
  const everywhere = (check: () => Promise<unknown>) =>
    eventually(async () => {
      for (let turn = 0; turn < 4; turn++) await check();
    });

  it('has another name everywhere, and says in the log how it was', async () => {
    const was = await config();
    const changed = await set({ name: 'Nordlys Studio' }, { reason: 'We are called so now' });
    expect(changed).toMatchObject({ status: 200, body: { settings: { name: 'Nordlys Studio' } } });
    await everywhere(async () =>
      expect(await config()).toEqual({ ...was, name: 'Nordlys Studio' }),
    );
    await eventually(async () => {
      const { body } = await admin.get('/api/admin/audit?action=settings.changed');
      expect((body as AuditPage).items[0]).toMatchObject({
        actor: { id: admin.id, role: 'owner' },
        before: { name: null },
        after: { name: 'Nordlys Studio' },
        reason: 'We are called so now',
      });
    });
    const { version } = changed.body as SettingsState;
    expect((await set({ name: 'Too late' }, { version: version - 1 })).status).toBe(412);
  });

  it('lets nobody in, or only who is invited, from the moment it is set', async () => {
    const chatId = await ada.group('Crew', ben);
    const { code } = (await ada.post(`/api/chats/${chatId}/invites`, {})).body as Invite;
    await set({ registration: 'closed' });
    expect(await register(code)).toMatchObject({
      status: 403,
      body: { code: 'registration_closed' },
    });
    await set({ registration: 'invitation' });
    expect((await register()).status).toBe(403);
    expect((await register('A'.repeat(16))).status).toBe(403);
    expect((await register(code)).status).toBe(201);
    await everywhere(async () => expect((await config()).registration).toBe('invitation'));
    await set({ registration: 'open' });
    expect((await register()).status).toBe(201);
  });

  it('lets only some begin groups and channels', async () => {
    await set({ channelsBy: 'admins', groupsBy: 'admins' });
    const begin = (person: Person, type: string) =>
      person.post('/api/chats', {
        type,
        name: 'Begun',
        memberIds: [ben.id],
        ...(type === 'channel' && { slug: `begun-${++newcomers}` }),
      });
    for (const type of ['group', 'channel'])
      await everywhere(async () => expect((await begin(ada, type)).status).toBe(403));
    expect((await begin(admin, 'channel')).status).toBe(201);
    await set({ channelsBy: 'everybody', groupsBy: 'everybody' });
    for (const type of ['group', 'channel'])
      await everywhere(async () => expect((await begin(ada, type)).status).toBe(201));
  });

  it('closes and opens the windows in which authors change what they have sent', async () => {
    const chatId = await ada.group('Crew', ben);
    const { id } = await ada.send(chatId, 'hello');
    let edits = 0;
    const edit = () => ada.put(`/api/messages/${id}`, { text: `hello ${++edits}` });
    await set({ editWindow: 0 });
    await everywhere(async () => expect((await edit()).status).toBe(403));
    await set({ editWindow: -1 });
    await everywhere(async () => expect((await edit()).status).toBe(200));
    await set({ deleteWindow: 0 });
    // Ben is no admin of the chat, so the window is his.
    const his = await ben.send(chatId, 'hi');
    await everywhere(async () => {
      const refused = await ben.delete(`/api/messages/${his.id}`);
      expect(refused).toMatchObject({ status: 403, body: { code: 'delete_window_closed' } });
    });
    await set({ deleteWindow: null, editWindow: null });
    await eventually(async () =>
      expect((await ben.delete(`/api/messages/${his.id}`)).status).toBe(200),
    );
  });

  it('bounds files and what somebody keeps of them, below what the server does', async () => {
    const chatId = await ada.group('Crew', ben);
    const send = (bytes: number) =>
      upload(ada, { chatId, name: 'a.txt', content: new Uint8Array(bytes).fill(65) });
    await set({ maxFileBytes: 20_000, userQuotaBytes: 30_000 });
    await everywhere(async () => expect((await send(20_001)).status).toBe(413));
    expect((await send(18_000)).status).toBe(201);
    expect((await send(18_000)).status).toBe(507);
    const { server } = (await admin.get('/api/admin/settings')).body as SettingsState;
    expect((await set({ maxFileBytes: server.maxFileBytes + 1 })).status).toBe(422);
    await set({ maxFileBytes: null, userQuotaBytes: null });
    await everywhere(async () => expect((await send(20_001)).status).toBe(201));
  });
});
