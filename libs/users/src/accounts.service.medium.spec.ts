import { AccountPatch, UserId, type Actor } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { actorOf, UsersBench } from './testing/users-bench.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser', requestId: 'r1' };
const forbidden = { code: 'forbidden' };

describe('AccountsService', () => {
  let bench: UsersBench;
  let owner: Actor;
  let admin: Actor;
  let ada: Actor;

  beforeEach(async () => {
    bench = await UsersBench.open();
    owner = await bench.person('olga');
    admin = await bench.personWith('admin', 'adam', owner);
    ada = await bench.person('ada', 'Ada Lovelace');
  });

  afterEach(() => bench.close());

  const change = (by: Actor, { userId }: Pick<Actor, 'userId'>, patch: AccountPatch) =>
    bench.accounts.change(by, { userId, patch, origin });
  const list = async (query: object = {}) => {
    const { items, page } = await bench.accounts.list(admin, { limit: 50, ...query });
    return { names: items.map(({ username }) => username), ...page };
  };

  describe('list', () => {
    it('has everybody by username, page by page', async () => {
      const first = await list({ limit: 2 });
      expect(first).toMatchObject({ names: ['ada', 'adam'], hasMore: true });
      expect(await list({ limit: 2, cursor: first.nextCursor })).toEqual({
        names: ['olga'],
        hasMore: false,
        nextCursor: null,
      });
    });

    it('finds by beginnings of words, role and state', async () => {
      await change(admin, ada, { state: 'suspended' });
      expect((await list({ q: 'love' })).names).toEqual(['ada']);
      expect((await list({ q: 'ada' })).names).toEqual(['ada', 'adam']);
      expect((await list({ q: '.' })).names).toEqual([]);
      expect((await list({ role: 'admin' })).names).toEqual(['adam']);
      expect((await list({ state: 'suspended' })).names).toEqual(['ada']);
      expect((await list({ state: 'active', q: 'ada' })).names).toEqual(['adam']);
    });

    it('shows their e-mail addresses, whether they share them or not', async () => {
      const { items } = await bench.accounts.list(admin, { limit: 1 });
      expect(items[0]).toMatchObject({ email: 'ada@parley.example', role: 'member' });
      expect(items[0]).not.toHaveProperty('settings');
    });
  });

  describe('makeBot', () => {
    const makeBot = (by: Actor, username = 'robo') =>
      bench.accounts.makeBot(by, { bot: { username, name: 'Robo' }, origin });

    it('makes an account without an e-mail address, which is a bot', async () => {
      const bot = await makeBot(admin);
      expect(bot).toMatchObject({ username: 'robo', name: 'Robo', role: 'bot', email: '' });
      expect((await list({ role: 'bot' })).names).toEqual(['robo']);
      const { items } = await bench.users.lookUp(ada, { userIds: [bot.id] });
      expect(items).toMatchObject([{ name: 'Robo', role: 'bot' }]);
      await eventually(() =>
        expect(bench.facts).toContainEqual({
          name: 'user.created',
          fact: expect.objectContaining({ id: bot.id, role: 'bot' }) as unknown,
        }),
      );
    });

    it('marks one that an incoming webhook speaks for, for good', async () => {
      const bot = { username: 'hook-1', name: 'Builds' };
      const made = await bench.accounts.makeBot(admin, { bot, origin, isWebhook: true });
      const userId = made.id;
      await bench.accounts.change(admin, { userId, patch: { name: 'Deploys' }, origin });
      const profile = await bench.users.profile(admin, { userId });
      expect(profile).toMatchObject({ name: 'Deploys', role: 'bot', isWebhook: true });
      expect(await bench.users.profile(ada, { userId: ada.userId })).not.toHaveProperty(
        'isWebhook',
      );
    });

    it('is for admins, and leaves an entry', async () => {
      await expect(makeBot(ada)).rejects.toMatchObject(forbidden);
      const { id } = await makeBot(admin);
      await eventually(() =>
        expect(bench.deeds.all.slice(-1)).toMatchObject([
          {
            action: 'bot.made',
            outcome: 'done',
            actor: { id: admin.userId, role: 'admin' },
            target: { kind: 'user', id },
            origin,
            after: { username: 'robo', name: 'Robo' },
          },
        ]),
      );
    });

    it('takes no name that somebody has', async () => {
      const taken = { code: 'conflict', params: { field: 'username' } };
      await expect(makeBot(owner, 'ADA')).rejects.toMatchObject(taken);
    });

    it('makes what is suspended and renamed as people are, and never anything else', async () => {
      const bot = await makeBot(admin);
      const userId = bot.id;
      expect(await change(admin, { userId }, { name: 'Robo 2', state: 'suspended' })).toMatchObject(
        { name: 'Robo 2', isDeactivated: true },
      );
      await expect(change(owner, { userId }, { role: 'admin' })).rejects.toMatchObject(forbidden);
      await expect(change(owner, ada, { role: 'bot' })).rejects.toMatchObject(forbidden);
    });
  });

  describe('makePlaceholder', () => {
    const userId = UserId.parse('of-elsewhere');
    const make = (by: Actor, username = 'cleo-imported', id = userId) =>
      bench.accounts.makePlaceholder(by, { userId: id, username, name: 'Cleo' });

    it('makes an account that is a name and nothing else, once, and tells nobody', async () => {
      const told = bench.facts.length;
      await make(owner);
      await make(owner, 'another');
      expect(await bench.accounts.get(owner, { userId })).toMatchObject({
        ...{ username: 'cleo-imported', name: 'Cleo', email: '', role: 'member' },
        isDeactivated: true,
      });
      expect(bench.facts.slice(told)).toEqual([]);
      expect(await bench.users.search(ada, { q: 'cleo', limit: 9 })).toMatchObject({ items: [] });
    });

    it('is for owners, and takes no name that somebody has', async () => {
      await expect(make(admin)).rejects.toMatchObject(forbidden);
      const taken = make(owner, 'ADA', UserId.parse('another-one'));
      await expect(taken).rejects.toMatchObject({ code: 'conflict' });
    });
  });

  describe('change', () => {
    it('suspends and restores, and everybody sees it', async () => {
      expect(await change(admin, ada, { state: 'suspended' })).toMatchObject({
        isDeactivated: true,
      });
      const { userId } = ada;
      expect(await bench.users.get(owner, { userId })).toMatchObject({ isDeactivated: true });
      const restored = await change(admin, ada, { state: 'active' });
      expect(restored).not.toHaveProperty('isDeactivated');
    });

    it('writes down who did what, from where, why, and how it was before', async () => {
      const reason = 'Has asked to';
      await change(owner, ada, { role: 'moderator', name: 'Ada', reason });
      const deeds = () => bench.deeds.all.filter(({ target }) => target?.id === ada.userId);
      await eventually(() => expect(deeds()).toHaveLength(1));
      expect(deeds()[0]).toMatchObject({
        action: 'user.role_changed',
        actor: { id: owner.userId, role: 'owner' },
        target: { kind: 'user', id: ada.userId },
        origin,
        reason,
        before: { name: 'Ada Lovelace', role: 'member' },
        after: { name: 'Ada', role: 'moderator' },
      });
    });

    it.each([
      ['user.suspended', { state: 'suspended' }],
      ['user.restored', { state: 'active' }],
      ['user.renamed', { name: 'Ada' }],
    ] as const)('calls it %s', async (action, patch) => {
      await change(admin, ada, patch);
      await eventually(() => expect(bench.deeds.briefly).toContain(`${action} done`));
    });

    it('calls a change of role and state by both names', async () => {
      await change(owner, ada, { state: 'suspended' });
      await change(owner, ada, { role: 'admin', state: 'active' });
      await eventually(() => expect(bench.deeds.briefly).toContain('user.role_changed done'));
      await eventually(() => expect(bench.deeds.briefly).toContain('user.restored done'));
      const named = bench.deeds.all.filter(({ target }) => target?.id === ada.userId).slice(1);
      expect(named).toHaveLength(2);
      for (const { before, after } of named) {
        expect(before).toEqual({ role: 'member', isDeactivated: true });
        expect(after).toEqual({ role: 'admin', isDeactivated: false });
      }
    });

    it('makes an owner of nobody who is suspended, or gets so by it', async () => {
      const both = change(owner, ada, { role: 'owner', state: 'suspended' });
      await expect(both).rejects.toMatchObject(forbidden);
      await change(owner, ada, { state: 'suspended' });
      await expect(change(owner, ada, { role: 'owner' })).rejects.toMatchObject(forbidden);
    });

    it('suspends nobody who has become an owner since it was looked whether it may', async () => {
      const update = bench.repository.update.bind(bench.repository);
      jest.spyOn(bench.repository, 'update').mockImplementationOnce(async (...late) => {
        await change(owner, ada, { role: 'owner' });
        return update(...late);
      });
      await expect(change(admin, ada, { state: 'suspended' })).rejects.toMatchObject({
        code: 'conflict',
      });
      const found = await bench.accounts.get(admin, { userId: ada.userId });
      expect(found).toMatchObject({ role: 'owner' });
      expect(found).not.toHaveProperty('isDeactivated');
      await eventually(() => expect(bench.deeds.briefly).toContain('user.suspended refused'));
    });

    it('writes down what is done by way of the profile, too', async () => {
      const patch = { isDeactivated: true };
      await bench.users.update(admin, { userId: ada.userId, patch, origin });
      await eventually(() => expect(bench.deeds.briefly).toContain('user.suspended done'));
      expect(bench.deeds.all.at(-1)).toMatchObject({ actor: { id: admin.userId }, origin });
    });

    it('lets an admin touch no owner, and nobody take away the last one', async () => {
      await expect(change(admin, owner, { state: 'suspended' })).rejects.toMatchObject(forbidden);
      await expect(change(admin, owner, { role: 'member' })).rejects.toMatchObject(forbidden);
      await expect(change(admin, owner, { name: 'Nobody' })).rejects.toMatchObject(forbidden);
      await expect(change(owner, owner, { role: 'member' })).rejects.toMatchObject(forbidden);
      await expect(change(owner, owner, { state: 'suspended' })).rejects.toMatchObject(forbidden);
    });

    it('lets owners alone give roles', async () => {
      await expect(change(admin, ada, { role: 'moderator' })).rejects.toMatchObject(forbidden);
      expect(await change(owner, ada, { role: 'moderator' })).toMatchObject({ role: 'moderator' });
    });

    it('tells of nobody who is not there', async () => {
      const missing = change(admin, { userId: 'nobody' as UserId }, { name: 'X' });
      await expect(missing).rejects.toMatchObject({ code: 'not_found' });
    });

    it('takes no patch in which there is nothing', () => {
      expect(AccountPatch.safeParse({ reason: 'Why not' }).success).toBe(false);
      expect(AccountPatch.safeParse({ name: 'A', isAdmin: true }).success).toBe(false);
    });
  });

  describe('mute', () => {
    const until = '2999-01-01T00:00:00.000Z';
    const mute = (by: Actor, { userId }: Pick<Actor, 'userId'>, end: string | null = until) =>
      bench.accounts.mute(by, { userId, until: end, reason: 'Shouts', origin });
    const about = ({ userId }: Actor) => ({ userId });
    const mustModerate = (by: Actor, { userId }: Actor) =>
      bench.accounts.mustModerate(by, { userId, origin });
    const muted = async () => (await bench.users.muted(owner, {})).items;

    it('is known to them and to modules, told as a fact, and written down', async () => {
      const moderator = await bench.personWith('moderator', 'mona', owner);
      await mute(moderator, ada);
      expect(await bench.users.profile(ada, about(ada))).toMatchObject({ mutedUntil: until });
      expect(await bench.accounts.get(admin, about(ada))).toMatchObject({ mutedUntil: until });
      expect(await bench.users.get(owner, about(ada))).not.toHaveProperty('mutedUntil');
      expect(await muted()).toEqual([{ userId: ada.userId, until }]);
      const fact = { name: 'user.muted', fact: { userId: ada.userId, until } };
      await eventually(() => expect(bench.facts).toContainEqual(fact));
      await mute(moderator, ada, null);
      expect(await muted()).toEqual([]);
      expect(await bench.users.profile(ada, about(ada))).not.toHaveProperty('mutedUntil');
      await eventually(() => expect(bench.deeds.briefly.at(-1)).toBe('user.unmuted done'));
      expect(bench.deeds.all.slice(-2)).toMatchObject([
        { action: 'user.muted', actor: { role: 'moderator' }, after: { mutedUntil: until } },
        { before: { mutedUntil: until }, after: { mutedUntil: null }, reason: 'Shouts', origin },
      ]);
    });

    it('is done to who is less than oneself, and to nobody else', async () => {
      const moderator = await bench.personWith('moderator', 'mona', owner);
      const other = await bench.personWith('moderator', 'mike', owner);
      const tries = [
        [ada, ada],
        [ada, moderator],
        [moderator, moderator],
        [moderator, other],
        [moderator, admin],
        [admin, owner],
        [owner, owner],
      ] as const;
      for (const [by, whom] of tries) {
        await expect(mute(by, whom)).rejects.toMatchObject(forbidden);
        await expect(mustModerate(by, whom)).rejects.toMatchObject(forbidden);
      }
      expect(await muted()).toEqual([]);
      for (const [by, whom] of [
        [admin, moderator],
        [owner, admin],
      ] as const)
        await mute(by, whom);
      expect(await muted()).toHaveLength(2);
    });

    it('says as what one may, and writes down who may not, and from where', async () => {
      const moderator = await bench.personWith('moderator', 'mona', owner);
      const by = { ...moderator, role: 'member' as const };
      expect(await mustModerate(by, ada)).toEqual({ role: 'moderator' });
      await expect(mustModerate(ada, moderator)).rejects.toMatchObject(forbidden);
      await expect(mustModerate(by, admin)).rejects.toMatchObject(forbidden);
      const denials = () => bench.deeds.all.filter(({ action }) => action === 'access.refused');
      await eventually(() => expect(denials()).toHaveLength(2));
      const denied = (me: Actor, role: Actor['role'], whom: Actor) => ({
        actor: { id: me.userId, role },
        target: { kind: 'user', id: whom.userId },
        origin,
        after: { right: 'moderatePeople' },
      });
      expect(denials()).toMatchObject([
        denied(ada, 'member', moderator),
        denied(moderator, 'moderator', admin),
      ]);
    });

    it('has an end that is still to come', async () => {
      const over = mute(admin, ada, '2020-01-01T00:00:00.000Z');
      await expect(over).rejects.toMatchObject({ code: 'validation_failed' });
    });
  });

  it('is for admins who are that now, and not suspended', async () => {
    const eve = actorOf('eve');
    await bench.person('eve');
    const formerly = await bench.personWith('admin', 'fred', owner);
    await change(owner, formerly, { role: 'member' });
    const suspended = await bench.personWith('admin', 'sue', owner);
    await change(owner, suspended, { state: 'suspended' });
    for (const actor of [{ ...eve, role: 'owner' as const }, formerly, suspended]) {
      const tries = [
        () => bench.accounts.list(actor, { limit: 50 }),
        () => bench.accounts.get(actor, { userId: ada.userId }),
        () => change(actor, ada, { state: 'suspended' }),
        () => bench.users.update(actor, { userId: ada.userId, patch: { name: 'X' } }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(forbidden);
    }
  });
});
