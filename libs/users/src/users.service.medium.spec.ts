import {
  AvatarPath,
  defaultSettings,
  userRoom,
  UserPatch,
  watchRoom,
  type Actor,
  type ServerEvent,
  type User,
  type UserId,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { actorOf, UsersBench } from './testing/users-bench.js';

describe('UsersService', () => {
  let bench: UsersBench;
  let owner: Actor;

  beforeEach(async () => {
    bench = await UsersBench.open();
    owner = await bench.person('olga');
  });

  afterEach(() => bench.close());

  describe('create', () => {
    it('makes the first account the owner, and no other', async () => {
      const ada = await bench.person('ada');
      expect([owner.role, ada.role]).toEqual(['owner', 'member']);
    });

    it('finds one owner among many first accounts at once', async () => {
      const empty = await UsersBench.open();
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      const people = await Promise.all(names.map((name) => empty.person(name)));
      expect(people.filter(({ role }) => role === 'owner')).toHaveLength(1);
      await empty.close();
    });

    it('is idempotent on the id, and tells of a person once', async () => {
      const [one, other] = await Promise.all([bench.person('ada'), bench.person('ada', 'Ada L.')]);
      expect(one).toEqual(other);
      await eventually(() => {
        const created = bench.facts.filter(({ name }) => name === 'user.created');
        expect(created).toMatchObject([
          { fact: { username: 'olga' } },
          { fact: { username: 'ada' } },
        ]);
      });
    });

    it('refuses a username that differs only in case', async () => {
      const eve = actorOf('eve');
      const account = {
        userId: eve.userId,
        username: 'OLGA',
        name: 'E',
        email: 'e@parley.example',
      };
      await expect(bench.users.create(eve, account)).rejects.toMatchObject({
        code: 'conflict',
        params: { field: 'username' },
      });
    });

    it('lets the next one be the first when the first one came to nothing', async () => {
      const empty = await UsersBench.open();
      const both = ['one', 'two'].map((id) => {
        const actor = { ...actorOf(id) };
        const { userId } = actor;
        const account = { userId, username: 'same', name: id, email: `${id}@parley.example` };
        return empty.users.create(actor, account);
      });
      await Promise.allSettled(both);
      const third = await empty.person('third');
      const { items } = await empty.users.resolve(third, { usernames: ['same', 'third'] });
      expect(items.filter(({ role }) => role === 'owner')).toHaveLength(1);
      await empty.close();
    });

    it('refuses to make a profile of somebody else', async () => {
      const eve = actorOf('eve');
      const account = { username: 'zoe', name: 'Zoe', email: 'zoe@parley.example' };
      const refused = bench.users.create(eve, { userId: actorOf('zoe').userId, ...account });
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  describe('get', () => {
    it('shows all to oneself', async () => {
      expect(await bench.users.get(owner, { userId: owner.userId })).toEqual({
        id: owner.userId,
        username: 'olga',
        name: 'olga',
        role: 'owner',
        status: 'offline',
        email: 'olga@parley.example',
        settings: defaultSettings,
        createdAt: expect.any(String) as string,
      });
    });

    it('shows others neither e-mail address nor settings', async () => {
      const ada = await bench.person('ada');
      const seen = await bench.users.get(ada, { userId: owner.userId });
      expect(Object.keys(seen).sort()).toEqual(['id', 'name', 'role', 'status', 'username']);
    });

    it('shows others the e-mail address of who shares it', async () => {
      const ada = await bench.person('ada');
      const patch = { settings: { shareEmail: true } };
      await bench.users.update(owner, { userId: owner.userId, patch });
      const seen = await bench.users.get(ada, { userId: owner.userId });
      expect(seen.email).toBe('olga@parley.example');
      expect(seen).not.toHaveProperty('settings');
    });

    it('tells who is here', async () => {
      const { userId } = owner;
      await bench.ports.presence.renew({ userId, deviceId: 'd', isActive: true });
      expect(await bench.users.get(actorOf('ada'), { userId })).toMatchObject({ status: 'online' });
    });

    it('knows nobody who is not there', async () => {
      const missing = bench.users.get(owner, { userId: 'nobody' as UserId });
      await expect(missing).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('update', () => {
    const rename = (actor: Actor, userId: UserId) =>
      bench.users.update(actor, { userId, patch: { name: 'Renamed' } });

    it('changes what the patch names, and nothing else', async () => {
      const ada = await bench.person('ada');
      const patch = { name: 'Ada', settings: { theme: 'dark' as const } };
      const profile = await bench.users.update(ada, { userId: ada.userId, patch });
      expect(profile).toMatchObject({
        username: 'ada',
        name: 'Ada',
        settings: { ...defaultSettings, theme: 'dark' },
      });
      expect(await bench.users.update(ada, { userId: ada.userId, patch: {} })).toEqual(profile);
    });

    it('lets admins rename others, and strangers not', async () => {
      const admin = await bench.personWith('admin', 'adam', owner);
      const ada = await bench.person('ada');
      const eve = await bench.person('eve');
      expect(await rename(admin, ada.userId)).toMatchObject({ name: 'Renamed' });
      await expect(rename(eve, ada.userId)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rename(eve, 'nobody' as UserId)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rename(admin, 'nobody' as UserId)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('asks what is stored, not what an old token says', async () => {
      const admin = await bench.personWith('admin', 'adam', owner);
      const ada = await bench.person('ada');
      await bench.users.update(owner, { userId: admin.userId, patch: { role: 'member' } });
      await expect(rename(admin, ada.userId)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('lets owners give roles, and admins not', async () => {
      const admin = await bench.personWith('admin', 'adam', owner);
      const ada = await bench.person('ada');
      const promotion = { userId: ada.userId, patch: { role: 'moderator' as const } };
      await expect(bench.users.update(admin, promotion)).rejects.toMatchObject({
        code: 'forbidden',
      });
      expect(await bench.users.update(owner, promotion)).toMatchObject({ role: 'moderator' });
    });

    it('is heard at once by who watches the person, and by their own devices', async () => {
      const ada = await bench.person('ada');
      const heard: ServerEvent<'user_updated'>[] = [];
      bench.ports.roomFeed.connect((message) => {
        if (message.type !== 'packet') return;
        const [, user] = JSON.parse(message.packet.slice(1)) as [
          string,
          ServerEvent<'user_updated'>,
        ];
        heard.push(user);
      });
      await bench.ports.roomFeed.open(watchRoom(ada.userId));
      await bench.ports.roomFeed.open(userRoom(ada.userId));
      await rename(ada, ada.userId);
      await eventually(() => expect(heard).toHaveLength(2));
      expect(heard[0]).toMatchObject({ id: ada.userId, name: 'Renamed' });
      expect(heard[0]).not.toHaveProperty('email');
    });

    it('changes my avatar, tells what it was before, and is heard as any change', async () => {
      const ada = await bench.person('ada');
      const [one, two] = ['0', '1'].map((digit) =>
        AvatarPath.parse(`/api/files/avatars/${digit.repeat(32)}`),
      );
      const change = (avatar: AvatarPath | null) => bench.users.changeAvatar(ada, { avatar });

      expect(await change(one!)).toMatchObject({ profile: { avatar: one } });
      expect(await change(two!)).toMatchObject({ profile: { avatar: two }, former: one });
      expect(await bench.users.get(owner, { userId: ada.userId })).toMatchObject({ avatar: two });
      // Again, as after a lost answer: nothing is to be let go of.
      expect(await change(two!)).not.toHaveProperty('former');
      const without = await change(null);
      expect(without).toMatchObject({ former: two });
      expect(without.profile).not.toHaveProperty('avatar');
      expect(await change(null)).not.toHaveProperty('former');

      await eventually(() => {
        const told = bench.facts.filter(({ name }) => name === 'user.updated');
        const avatars = told.map(({ fact }) => (fact as User).avatar);
        expect(avatars).toEqual([one, two, undefined]);
      });
      await expect(
        bench.users.changeAvatar(actorOf('nobody'), { avatar: null }),
      ).rejects.toMatchObject({ code: 'not_found' });
    });

    it('tells other modules of a deactivation', async () => {
      const ada = await bench.person('ada');
      const patch = { isDeactivated: true };
      await bench.users.update(owner, { userId: ada.userId, patch });
      await eventually(() => {
        expect(bench.facts.at(-1)).toMatchObject({
          name: 'user.updated',
          fact: { id: ada.userId, isDeactivated: true },
        });
      });
      const { userId } = ada;
      const back = await bench.users.update(owner, { userId, patch: { isDeactivated: false } });
      expect(back).not.toHaveProperty('isDeactivated');
    });

    it.each([
      ['an unknown field', { name: 'A', isAdmin: true }],
      ['an unknown setting', { settings: { sound: true } }],
      ['an operator for a name', { name: { $gt: '' } }],
      ['half a character', { name: 'a\ud800' }],
      ['a null byte', { name: 'a\0b' }],
      ['a name that is too long', { name: 'x'.repeat(81) }],
      ['an empty name', { name: '  ' }],
      ['a role that does not exist', { role: 'god' }],
    ])('refuses %s', (_, patch) => {
      expect(UserPatch.safeParse(patch).success).toBe(false);
    });
  });

  describe('blocks', () => {
    it('are idempotent, and seen from both sides', async () => {
      const [ada, eve] = [await bench.person('ada'), await bench.person('eve')];
      const block = (isBlocked: boolean) =>
        bench.users.block(ada, { userId: eve.userId, isBlocked });
      await block(true);
      await block(true);
      const fact = { userId: ada.userId, otherId: eve.userId };
      await eventually(() => expect(bench.facts).toContainEqual({ name: 'user.blocked', fact }));
      expect((await bench.users.blocked(ada, {})).items.map(({ id }) => id)).toEqual([eve.userId]);
      const userIds = [eve.userId, ada.userId, owner.userId];
      expect(await bench.users.blockedBetween(ada, { userIds })).toEqual({ userIds: [eve.userId] });
      expect(await bench.users.blockedBetween(eve, { userIds })).toEqual({ userIds: [ada.userId] });
      expect(await bench.users.blockedBetween(owner, { userIds })).toEqual({ userIds: [] });
      await block(false);
      await block(false);
      expect(await bench.users.blocked(ada, {})).toEqual({ items: [] });
    });

    it('are told to nobody else', async () => {
      const [ada, eve] = [await bench.person('ada'), await bench.person('eve')];
      await bench.users.block(ada, { userId: eve.userId, isBlocked: true });
      expect(await bench.users.blocked(eve, {})).toEqual({ items: [] });
    });

    it('take neither oneself nor people who are not there', async () => {
      const own = { userId: owner.userId, isBlocked: true };
      await expect(bench.users.block(owner, own)).rejects.toMatchObject({
        code: 'validation_failed',
      });
      const none = { userId: 'nobody' as UserId, isBlocked: true };
      await expect(bench.users.block(owner, none)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('have an end', async () => {
      const { repository } = bench;
      const ids = Array.from({ length: 500 }, (_, index) => `x${index}` as UserId);
      for (const id of ids) await repository.block(owner.userId, id);
      const ada = await bench.person('ada');
      const more = { userId: ada.userId, isBlocked: true };
      await expect(bench.users.block(owner, more)).rejects.toMatchObject({ code: 'conflict' });
      expect(await repository.block(owner.userId, ids[0]!)).toBe(true);
    });
  });

  describe('lookUp and resolve', () => {
    it('find whom there is, in the order of asking, each once', async () => {
      const ada = await bench.person('ada');
      const userIds = [ada.userId, 'nobody' as UserId, owner.userId, ada.userId];
      const { items } = await bench.users.lookUp(owner, { userIds });
      expect(items.map(({ username }) => username)).toEqual(['ada', 'olga']);
      const named = await bench.users.resolve(owner, { usernames: ['ADA', 'nobody'] });
      expect(named.items.map(({ id }) => id)).toEqual([ada.userId]);
    });
  });
});
