import type { UserPage } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('people, %s', (_, start) => {
  let deployment: Deployment;
  let owner: Person;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    deployment = await start();
    owner = await Person.register(deployment.url, 'owner');
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
    bob = await Person.arrive(deployment.url, 'bob');
  });

  afterEach(() => {
    for (const person of [ada, bob]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  it('shows a change of name to who has the person open, and to nobody else', async () => {
    const eve = await Person.arrive(deployment.url, 'eve');
    await bob.tell('watch_presence', { userIds: [ada.id] });
    await ada.put(`/api/users/${ada.id}`, { name: 'Ada L.' });
    await bob.hears('user_updated', ({ id, name }) => id === ada.id && name === 'Ada L.');
    await ada.hears('user_updated', ({ id }) => id === ada.id);
    expect(eve.all('user_updated')).toEqual([]);
    eve.leave();
  });

  it('tells a person who watches themselves once', async () => {
    await ada.tell('watch_presence', { userIds: [ada.id] });
    await ada.put(`/api/users/${ada.id}`, { name: 'Once' });
    await ada.put(`/api/users/${ada.id}`, { name: 'Twice' });
    await ada.hears('user_updated', ({ name }) => name === 'Twice');
    expect(ada.all('user_updated').map(({ name }) => name)).toEqual(['Once', 'Twice']);
  });

  it('signs out who is deactivated, and hides them from search', async () => {
    const path = `/api/users/${bob.id}`;
    expect((await ada.put(path, { isDeactivated: true })).status).toBe(403);
    expect((await owner.put(path, { isDeactivated: true })).status).toBe(200);
    await bob.hears('problem', ({ code }) => code === 'unauthenticated');
    const { username } = bob.profile;
    const refused = await ada.post('/api/auth/login', { username, password: bob.password });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const found = await ada.get(`/api/users/search?q=${username}`);
    expect((found.body as UserPage).items).toEqual([]);
  });

  it('hides blocked people from each other', async () => {
    const found = async (by: Person, of: Person) => {
      const { body } = await by.get(`/api/users/search?q=${of.profile.username}`);
      return (body as UserPage).items.length;
    };
    expect(await found(ada, bob)).toBe(1);
    expect((await ada.put(`/api/users/${bob.id}/block`, {})).status).toBe(204);
    expect([await found(ada, bob), await found(bob, ada)]).toEqual([0, 0]);
    const blocked = await ada.get('/api/users/me/blocked');
    expect(blocked.body).toMatchObject({ items: [{ id: bob.id }] });
    expect((await ada.delete(`/api/users/${bob.id}/block`)).status).toBe(204);
    expect(await found(bob, ada)).toBe(1);
  });

  it('looks many up at once, and refuses what are no ids', async () => {
    const { body } = await ada.get(`/api/users/lookup?ids=${bob.id},nobody,${ada.id}`);
    expect(body).toMatchObject({ items: [{ id: bob.id }, { id: ada.id }] });
    expect((await ada.get('/api/users/lookup?ids=a%20b')).status).toBe(422);
    const many = Array.from({ length: 101 }, (__, index) => `x${index}`).join(',');
    expect((await ada.get(`/api/users/lookup?ids=${many}`)).status).toBe(422);
  });

  it.each([
    ['search?q=', 422],
    ['search?q=a&limit=0', 422],
    ['search?q=a&cursor=%24', 422],
    ['search?q=a&role=owner', 422],
    ['search?q[$gt]=', 422],
    ['nobody', 404],
  ])('answers users/%s with %d', async (path, status) => {
    expect((await ada.get(`/api/users/${path}`)).status).toBe(status);
  });

  describe('presence', () => {
    it('says who is here, and when they leave', async () => {
      const { items } = await ada.tell('watch_presence', { userIds: [bob.id, owner.id] });
      expect(items).toMatchObject([
        { userId: bob.id, status: 'online' },
        { userId: owner.id, status: 'offline' },
      ]);
      await bob.tell('set_presence', { presence: 'dnd' });
      await ada.hears('user_status', ({ userId, status }) => userId === bob.id && status === 'dnd');
      await bob.tell('set_presence', { presence: 'invisible' });
      await ada.hears('user_status', ({ status }) => status === 'offline');
    });

    it('shows idle devices as away, and one active one as online', async () => {
      const phone = await bob.anotherDevice();
      await ada.tell('watch_presence', { userIds: [bob.id] });
      await bob.tell('heartbeat', { isActive: false });
      await phone.tell('heartbeat', { isActive: false });
      await ada.hears('user_status', ({ status }) => status === 'away');
      await phone.tell('heartbeat', {});
      await ada.hears('user_status', ({ status }) => status === 'online');
      phone.leave();
    });

    it('shows somebody offline within the grace after their last device left', async () => {
      await ada.tell('watch_presence', { userIds: [bob.id] });
      const phone = await bob.anotherDevice();
      bob.leave();
      await phone.tell('heartbeat', {});
      const { items } = await ada.tell('watch_presence', { userIds: [bob.id] });
      expect(items).toMatchObject([{ status: 'online' }]);
      phone.leave();
      await eventually(() => {
        const last = ada.all('user_status').at(-1);
        expect(last).toMatchObject({ status: 'offline', lastSeenAt: expect.any(String) as string });
        // A lease would take longer.
      }, 40_000);
    }, 60_000);

    it('says nothing more of people who are no longer watched', async () => {
      await ada.tell('watch_presence', { userIds: [bob.id] });
      await ada.tell('unwatch_presence', { userIds: [bob.id] });
      const carol = await Person.arrive(deployment.url, 'carol');
      await ada.tell('watch_presence', { userIds: [carol.id] });
      await bob.tell('set_presence', { presence: 'dnd' });
      await carol.tell('set_presence', { presence: 'dnd' });
      await ada.hears('user_status', ({ userId }) => userId === carol.id);
      // That he came may still have been on its way; what he did since is not for her.
      const heard = ada.all('user_status').filter(({ userId }) => userId === bob.id);
      expect(heard.filter(({ status }) => status === 'dnd')).toEqual([]);
      carol.leave();
    });

    it('lets a socket watch two thousand people, and no more', async () => {
      const batch = (from: number) => Array.from({ length: 500 }, (__, n) => `nobody-${from + n}`);
      for (const from of [0, 500, 1000, 1500]) {
        await ada.tell('watch_presence', { userIds: batch(from) });
      }
      expect(await ada.ask('watch_presence', { userIds: batch(0) })).toMatchObject({ ok: true });
      expect(await ada.ask('watch_presence', { userIds: ['one-more'] })).toMatchObject({
        ok: false,
        problem: { code: 'validation_failed' },
      });
    });
  });
});
