import type { AccountPage, AuditPage, ReportPage, ResetLink } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('administration, %s', (_, start) => {
  let deployment: Deployment;
  let owner: Person;
  let admin: Person;
  let ada: Person;

  beforeAll(async () => {
    deployment = await start();
    owner = await Person.arrive(deployment.url, 'olga');
    admin = await Person.register(deployment.url, 'adam');
    await owner.request('PATCH', `/api/admin/users/${admin.id}`, { role: 'admin' });
  });

  afterAll(async () => {
    owner.leave();
    await deployment.close();
  });

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
  });

  afterEach(() => {
    ada.leave();
    for (const person of [owner, admin, ada]) expect(person.complaints).toEqual([]);
  });

  const patch = (by: Person, of: Person, body: object) =>
    by.request('PATCH', `/api/admin/users/${of.id}`, body);
  const logIn = (password: string) =>
    admin.post('/api/auth/login', { username: ada.profile.username, password });
  const written = async (action: string) => {
    const { body } = await owner.get(`/api/admin/audit?targetId=${ada.id}&action=${action}`);
    return (body as AuditPage).items;
  };

  it('shuts out who is suspended at once, and lets them in again', async () => {
    await owner.tell('watch_presence', { userIds: [ada.id] });
    const reason = 'Left the company';
    const suspended = await patch(admin, ada, { state: 'suspended', reason });
    expect(suspended).toMatchObject({ status: 200, body: { isDeactivated: true } });
    // By every gateway, as soon as that was answered.
    for (let n = 0; n < 4; n++) expect((await ada.get('/api/auth/me')).status).toBe(401);
    await ada.hears('problem', ({ code }) => code === 'unauthenticated');
    await owner.hears('user_updated', ({ id, isDeactivated }) => id === ada.id && !!isDeactivated);
    expect((await logIn(ada.password)).status).toBe(403);
    const seen = await owner.get('/api/admin/users?state=suspended&q=ada');
    expect((seen.body as AccountPage).items.map(({ id }) => id)).toContain(ada.id);

    expect((await patch(admin, ada, { state: 'active' })).status).toBe(200);
    expect((await logIn(ada.password)).status).toBe(200);
    await eventually(async () => expect(await written('user.restored')).toHaveLength(1));
    const [entry] = await written('user.suspended');
    expect(entry).toMatchObject({
      actor: { id: admin.id, role: 'admin' },
      origin: { address: '127.0.0.1', requestId: expect.any(String) as string },
      before: { isDeactivated: false },
      after: { isDeactivated: true },
      outcome: 'done',
      reason,
    });
  });

  it('signs somebody out everywhere, and leaves their account as it is', async () => {
    const path = `/api/admin/users/${ada.id}/logout`;
    expect((await admin.post(path, { reason: 'Lost a phone' })).status).toBe(204);
    for (let n = 0; n < 4; n++) expect((await ada.get('/api/auth/me')).status).toBe(401);
    await ada.hears('problem', ({ code }) => code === 'unauthenticated');
    expect((await logIn(ada.password)).status).toBe(200);
    await eventually(async () => expect(await written('user.signed_out')).toHaveLength(1));
  });

  it('gives who has forgotten their password a link for a new one, good once', async () => {
    const made = await admin.post(`/api/admin/users/${ada.id}/reset-link`, {});
    expect(made.status).toBe(201);
    const token = (made.body as ResetLink).path.replace('/reset/', '');
    const reset = (newPassword: string) => admin.post('/api/auth/reset', { token, newPassword });
    expect((await reset('password1')).status).toBe(422);
    expect((await reset('another horse battery')).status).toBe(204);
    expect((await reset('a third horse battery')).status).toBe(410);
    expect((await logIn(ada.password)).status).toBe(401);
    expect((await logIn('another horse battery')).status).toBe(200);
    const requestId = expect.any(String) as string;
    await eventually(async () =>
      expect(await written('password.reset')).toMatchObject([
        // Who comes too late, with the same link.
        { outcome: 'refused', origin: { requestId }, after: { isSpent: true } },
        { outcome: 'done', origin: { requestId } },
        { outcome: 'refused', origin: { requestId } },
      ]),
    );
    const links = await written('user.reset_link_made');
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it('has what people report dealt with by somebody who is in none of their chats', async () => {
    const ben = await Person.arrive(deployment.url, 'ben');
    const chatId = await ada.group('crew', ben);
    const { id } = await ben.send(chatId, 'Buy now!');
    const complaint = { category: 'spam', comment: 'Again' };
    expect((await ada.post(`/api/messages/${id}/report`, complaint)).status).toBe(204);
    expect((await admin.post(`/api/messages/${id}/report`, complaint)).status).toBe(403);
    const { body } = await admin.get('/api/admin/reports');
    const [report] = (body as ReportPage).items;
    expect(report).toMatchObject({ userId: ben.id, message: { id, text: 'Buy now!' } });

    const path = `/api/admin/reports/${report!.id}/handle`;
    const act = { act: 'delete_message', reason: 'No advertising here' };
    expect((await admin.post(path, act)).body).toMatchObject({ state: 'closed', outcome: act });
    const deleted = await ada.hears('message_deleted', ({ id: gone }) => gone === id);
    expect(deleted).toMatchObject({ text: '', deletedBy: admin.id });
    expect((await admin.post(path, act)).status).toBe(409);

    expect((await ada.post(`/api/users/${ben.id}/report`, complaint)).status).toBe(204);
    const again = (await admin.get('/api/admin/reports')).body as ReportPage;
    const ban = { act: 'ban', reason: 'Advertises' };
    const banned = await admin.post(`/api/admin/reports/${again.items[0]!.id}/handle`, ban);
    expect(banned.status).toBe(200);
    expect((await ben.get('/api/auth/me')).status).toBe(401);
    expect(ben.complaints).toEqual([]);
    ben.leave();
  });

  it('keeps admins from owners', async () => {
    for (const attempt of [
      await patch(admin, owner, { state: 'suspended' }),
      await patch(admin, owner, { role: 'member' }),
      await patch(admin, ada, { role: 'owner' }),
      await patch(owner, owner, { role: 'member' }),
      await admin.post(`/api/admin/users/${owner.id}/logout`, {}),
      await admin.post(`/api/admin/users/${owner.id}/reset-link`, {}),
      await admin.post(`/api/admin/users/${admin.id}/reset-link`, {}),
      await owner.post(`/api/admin/users/${owner.id}/reset-link`, {}),
    ])
      expect(attempt).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await owner.get('/api/auth/me')).status).toBe(200);
  });

  it('knows nobody who is not there', async () => {
    expect((await admin.get('/api/admin/users/nobody')).status).toBe(404);
    expect((await admin.post('/api/admin/users/nobody/logout', {})).status).toBe(404);
    const unknown = { token: 'x'.repeat(32), newPassword: 'another horse battery' };
    expect((await admin.post('/api/auth/reset', unknown)).status).toBe(410);
  });
});
