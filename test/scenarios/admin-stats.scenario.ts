import type { ChatPage, Stats } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('how much there is, %s', (_, start) => {
  let deployment: Deployment;
  let admin: Person;
  let ada: Person;

  beforeAll(async () => {
    deployment = await start();
    admin = await Person.register(deployment.url, 'olga');
    ada = await Person.arrive(deployment.url, 'ada');
  });

  afterAll(async () => {
    ada.leave();
    for (const person of [ada, admin]) expect(person.complaints).toEqual([]);
    await deployment.close();
  });

  const stats = async (days = 30) =>
    (await admin.get(`/api/admin/stats?days=${days}`)).body as Stats;

  it('counts what people do, and what the day has brought', async () => {
    expect(await stats()).toMatchObject({
      users: { total: 2, active: 2, suspended: 0, bots: 0 },
      storage: { limitBytes: null },
      calls: { calls: 0 },
      away: [],
    });
    const chatId = await ada.group('Crew', admin);
    for (const text of ['one', 'two', 'three']) await ada.post('/api/messages', { chatId, text });
    await admin.post('/api/admin/bots', { username: 'deploys', name: 'Deploys' });
    await eventually(async () => {
      // All chats there are, each once: with what the system has written into them.
      const lists = await Promise.all([ada, admin].map((person) => person.get('/api/chats')));
      const chats = lists.flatMap(({ body }) => (body as ChatPage).items);
      const all = [...new Map(chats.map((chat) => [chat.id, chat])).values()];
      const written = all.reduce((sum, { headSeq }) => sum + headSeq, 0);
      const found = await stats();
      expect(found.chats).toEqual({ directChats: 2, groups: 1, channels: 1, messages: written });
      expect(found.users).toEqual({ total: 2, active: 2, suspended: 0, bots: 1 });
      expect(found.days).toHaveLength(30);
      expect(found.days.at(-1)).toMatchObject({ users: 2, calls: 0 });
      // Over midnight it is two days.
      const brought = found.days.reduce((sum, { messages = 0 }) => sum + messages, 0);
      expect(brought).toBeGreaterThanOrEqual(4);
    });
    await admin.put(`/api/users/${ada.id}`, { isDeactivated: true });
    expect((await stats()).users).toEqual({ total: 2, active: 1, suspended: 1, bots: 1 });
  });

  it('is refused beyond a year', async () => {
    expect((await admin.get('/api/admin/stats?days=367')).status).toBe(422);
    expect((await stats(366)).days).toHaveLength(366);
  });
});
