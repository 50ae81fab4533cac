import type { AdminChatPage, AuditPage, UserPage } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('chats in the hands of administration, %s', (_, start) => {
  let deployment: Deployment;
  let admin: Person;
  let ada: Person;
  let ben: Person;

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

  const list = async (query: string) => {
    const { body } = await admin.get(`/api/admin/chats?${query}`);
    const { items, page } = body as AdminChatPage;
    return { ids: items.map(({ id }) => id), ...page };
  };
  const patch = (chatId: string, body: object) =>
    admin.request('PATCH', `/api/admin/chats/${chatId}`, body);

  it('lists groups and channels that they are not in, and no direct ones', async () => {
    const group = await ada.group('Crew of the blue boat', ben);
    const channel = await ada.channel('blue-news');
    const direct = await ada.direct(ben);
    const first = await list('q=blue&limit=1');
    expect(first).toMatchObject({ ids: [channel], hasMore: true });
    const second = await list(`q=blue&limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ ids: [group], hasMore: false });
    expect((await list('q=blue&type=group')).ids).toEqual([group]);
    expect((await list('limit=100')).ids).not.toContain(direct);
    expect((await admin.get(`/api/admin/chats/${direct}`)).status).toBe(404);
    expect((await admin.get(`/api/admin/chats/${group}`)).body).toMatchObject({
      type: 'group',
      name: 'Crew of the blue boat',
      memberCount: 2,
      ownerId: ada.id,
    });
  });

  it('archives and restores, and the chat says by whom', async () => {
    const chatId = await ada.group('Crew', ben);
    const archived = await patch(chatId, { isArchived: true, reason: 'It is over' });
    expect(archived).toMatchObject({ status: 200, body: { isArchived: true } });
    const news = await ben.hears('new_message', ({ system }) => system?.type === 'traits_changed');
    expect(news).toMatchObject({ chatId, senderId: admin.id });
    expect((await ada.post('/api/messages', { chatId, text: 'Hello?' })).status).toBe(403);
    expect((await list('state=archived')).ids).toEqual([chatId]);
    expect((await list('state=active')).ids).not.toContain(chatId);
    expect((await patch(chatId, { isArchived: false })).body).toMatchObject({ isArchived: false });
    await eventually(async () => {
      const { body } = await admin.get(`/api/admin/audit?targetId=${chatId}`);
      expect((body as AuditPage).items).toMatchObject([
        { action: 'chat.restored', before: { isArchived: true } },
        { action: 'chat.archived', actor: { id: admin.id, role: 'owner' }, reason: 'It is over' },
      ]);
    });
  });

  it('hands over to a member, and to nobody else', async () => {
    const chatId = await ada.group('Crew', ben);
    expect(await patch(chatId, { ownerId: admin.id })).toMatchObject({
      status: 409,
      body: { params: { field: 'ownerId' } },
    });
    expect((await patch(chatId, { ownerId: ben.id })).body).toMatchObject({ ownerId: ben.id });
    const news = await ben.hears('new_message', ({ system }) => system?.type === 'handed_over');
    expect(news).toMatchObject({ senderId: admin.id, system: { userId: ben.id, fromId: ada.id } });
    await eventually(async () => expect((await ben.chat(chatId)).myRole).toBe('owner'));
    expect((await ada.chat(chatId)).myRole).toBe('admin');
    expect((await patch(chatId, { ownerId: ben.id })).status).toBe(200);
  });

  it('tells to whom it can be handed over, and only who administers chats', async () => {
    const chatId = await ada.group('Crew', ben);
    const path = `/api/admin/chats/${chatId}/heirs`;
    const idsIn = async (query: string) =>
      ((await admin.get(path + query)).body as UserPage).items.map(({ id }) => id);
    expect(await idsIn('')).toEqual([ben.id]);
    expect([await idsIn('?q=be'), await idsIn('?q=olga')]).toEqual([[ben.id], []]);
    expect((await ada.get(path)).status).toBe(403);
  });

  it('deletes for everybody, and is told so in the list', async () => {
    const chatId = await ada.channel('gone-soon');
    const path = `/api/admin/chats/${chatId}`;
    expect((await admin.delete(`${path}?reason=Spam`)).status).toBe(204);
    await ada.hears('chat_deleted', (deleted) => deleted.chatId === chatId);
    expect((await ada.get(`/api/chats/${chatId}`)).status).toBe(404);
    expect((await list('state=deleted')).ids).toEqual([chatId]);
    expect((await admin.get(path)).body).not.toHaveProperty('ownerId');
    expect((await admin.delete(path)).status).toBe(404);
    // The name is free again.
    expect(await ada.channel('gone-soon')).not.toBe(chatId);
  });
});
