import { anonymous, InviteCode, problem, type Fact } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { AuthBench, laptop, password, phone } from './testing/auth-bench.js';

describe('AuthService', () => {
  let bench: AuthBench;

  beforeEach(async () => {
    bench = await AuthBench.open();
  });

  afterEach(() => bench.close());

  const unauthenticated = { code: 'unauthenticated', params: {} };

  describe('register', () => {
    it('makes an account and signs it in', async () => {
      const signedIn = await bench.register('ada');
      expect(signedIn).toMatchObject({ user: { username: 'ada' }, expiresIn: 900 });
      expect(bench.actorOf(signedIn)).toMatchObject({ userId: signedIn.user.id, role: 'member' });
      expect(JSON.stringify(signedIn)).not.toMatch(/password|\$2b/i);
    });

    it('keeps a bcrypt hash, and nothing of the password', async () => {
      const { user } = await bench.register('ada');
      const stored = await bench.ports
        .database!.connection.collection('credentials')
        .findOne({ _id: user.id });
      expect(stored?.['passwordHash']).toMatch(/^\$2b\$04\$/);
      expect(JSON.stringify(stored)).not.toContain(password);
    });

    it.each([
      ['email', { username: 'other', email: 'ADA@Parley.Example' }],
      ['username', { username: 'ADA', email: 'other@parley.example' }],
    ])('refuses a taken %s, whatever its case', async (field, traits) => {
      await bench.register('ada');
      const account = { name: 'Other', password, ...traits };
      const refused = bench.auth.register(anonymous, { account, device: laptop });
      await expect(refused).rejects.toMatchObject({ code: 'conflict', params: { field } });
    });

    it('is for nobody where it is closed, and for the invited where they are asked for', async () => {
      const register = (username: string, inviteCode?: string) =>
        bench.auth.register(anonymous, {
          account: {
            username,
            name: username,
            email: `${username}@parley.example`,
            password,
            ...(inviteCode !== undefined && { inviteCode: InviteCode.parse(inviteCode) }),
          },
          device: laptop,
        });
      const code = 'A'.repeat(16);
      bench.codes.add(code);
      await bench.settings.set({ registration: 'closed' });
      await expect(register('ada', code)).rejects.toMatchObject({
        code: 'registration_closed',
        params: { byInvitation: false },
      });
      await bench.settings.set({ registration: 'invitation' });
      for (const bad of [undefined, 'B'.repeat(16)])
        await expect(register('ada', bad)).rejects.toMatchObject({
          code: 'registration_closed',
          params: { byInvitation: true },
        });
      expect((await register('ada', code)).user.username).toBe('ada');
    });

    it('lets one of many with one e-mail address in, however they race', async () => {
      const attempts = Array.from({ length: 8 }, (_, index) => {
        const username = `ada${index}`;
        const account = { username, name: 'Ada', email: 'ada@parley.example', password };
        return bench.auth.register(anonymous, { account, device: laptop });
      });
      const results = await Promise.allSettled(attempts);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refusals = results.filter((result) => result.status === 'rejected');
      for (const { reason } of refusals) {
        expect(reason).toMatchObject({ code: 'conflict', params: { field: 'email' } });
      }
      expect(bench.users.profiles.size).toBe(1);
    });

    it('refuses a weak password, names the field, and stores nothing', async () => {
      const account = { username: 'ada', name: 'Ada', email: 'ada@parley.example' };
      const refused = bench.auth.register(anonymous, {
        account: { ...account, password: 'password1' },
        device: laptop,
      });
      await expect(refused).rejects.toMatchObject({
        code: 'validation_failed',
        params: { issues: [{ path: 'password' }] },
      });
      expect(await bench.credentials.findBy({ username: 'ada' })).toBeUndefined();
    });

    it('is finished by the first log-in when it died half-way', async () => {
      bench.users.failure = problem('service_unavailable', { service: 'users' });
      await expect(bench.register('ada')).rejects.toMatchObject({ code: 'service_unavailable' });
      expect(await bench.logIn('ada')).toMatchObject({ user: { username: 'ada' } });
      expect(bench.users.profiles.size).toBe(1);
      const entries = ['account.registered done', 'session.opened done'];
      await eventually(() => expect(bench.deeds.briefly).toEqual(entries));
    });

    it('frees the e-mail address when the username turns out to be taken', async () => {
      bench.users.failure = problem('conflict', { field: 'username' });
      await expect(bench.register('ada')).rejects.toMatchObject({ code: 'conflict' });
      expect(await bench.register('ada')).toMatchObject({ user: { username: 'ada' } });
    });
  });

  describe('logIn', () => {
    it('takes e-mail address and username, whatever their case', async () => {
      const { user } = await bench.register('ada');
      for (const who of [{ username: 'ADA' }, { email: ' Ada@PARLEY.example' }]) {
        const signedIn = await bench.auth.logIn(anonymous, {
          credentials: { ...who, password },
          device: laptop,
        });
        expect(signedIn.user.id).toBe(user.id);
      }
    });

    it('says the same to a wrong password and to an unknown name, after the same work', async () => {
      await bench.register('ada');
      const matches = jest.spyOn(bench.hasher, 'matches');
      await expect(bench.logIn('ada', 'wrong horse')).rejects.toMatchObject(unauthenticated);
      await expect(bench.logIn('zoe', 'wrong horse')).rejects.toMatchObject(unauthenticated);
      const costs = matches.mock.calls.map(([, hash]) => hash.slice(0, 7));
      expect(costs).toEqual(['$2b$04$', '$2b$04$']);
    });

    it.each(['ada', 'zoe'])('refuses the sixth failure of %s in a minute', async (username) => {
      await bench.register('ada');
      for (let attempt = 0; attempt < 5; attempt++) {
        await expect(bench.logIn(username, 'wrong')).rejects.toMatchObject(unauthenticated);
      }
      const sixth = bench.logIn(username, username === 'ada' ? password : 'wrong');
      await expect(sixth).rejects.toMatchObject({
        code: 'rate_limited',
        params: { retryAfterMs: expect.any(Number) as number },
      });
    });

    it('lets five of twenty failures at once through, and no more', async () => {
      await bench.register('ada');
      const attempts = Array.from({ length: 20 }, () => bench.logIn('ada', 'wrong'));
      const results = await Promise.allSettled(attempts);
      const codes = results.map((result) =>
        result.status === 'rejected' ? (result.reason as { code: string }).code : 'in',
      );
      expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
      expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(15);
    });

    it('counts no successes', async () => {
      await bench.register('ada');
      for (let attempt = 0; attempt < 12; attempt++) await bench.logIn('ada');
    });

    it('locks nobody out for the failures of another address', async () => {
      await bench.register('ada');
      for (let attempt = 0; attempt < 6; attempt++) {
        await bench.logIn('ada', 'wrong', phone).catch(() => undefined);
      }
      expect(await bench.logIn('ada')).toMatchObject({ user: { username: 'ada' } });
    });

    it('hashes anew once the cost has risen', async () => {
      const uri = bench.ports.database!.connection;
      const { user } = await bench.register('ada');
      const where = `mongodb://${uri.host}:${uri.port}/${uri.name}`;
      const dearer = await AuthBench.open({ PARLEY_BCRYPT_COST: '5' }, where);
      dearer.users.profiles.set(user.id, user);
      await dearer.logIn('ada');
      const stored = await dearer.credentials.find(user.id);
      expect(stored?.passwordHash).toMatch(/^\$2b\$05\$/);
      expect(await dearer.logIn('ada')).toMatchObject({ user: { username: 'ada' } });
      await dearer.close();
    });

    it('refuses who is deactivated', async () => {
      const { user } = await bench.register('ada');
      bench.users.profiles.set(user.id, { ...user, isDeactivated: true });
      await expect(bench.logIn('ada')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(bench.logIn('ada', 'wrong')).rejects.toMatchObject(unauthenticated);
    });

    it('leaves no session to who is deactivated while they sign in', async () => {
      const signedIn = await bench.register('ada');
      const { user } = signedIn;
      bench.users.profiles.set(user.id, { ...user, isDeactivated: true });
      await expect(bench.logIn('ada', password, phone)).rejects.toMatchObject({
        code: 'forbidden',
      });
      const { items } = await bench.auth.sessions(bench.actorOf(signedIn), {});
      expect(items.map(({ userAgent }) => userAgent)).toEqual([laptop.userAgent]);
    });
  });

  describe('the audit log', () => {
    const known = (user: { id: string }) => ({ kind: 'user', id: user.id });

    it('is told who has come, from where, and into which session', async () => {
      const { user, ...tokens } = await bench.register('ada');
      await bench.logIn('ada', password, phone);
      await eventually(() => expect(bench.deeds.all).toHaveLength(3));
      const { sessionId } = bench.actorOf(tokens);
      const actor = { id: user.id, role: 'member' };
      expect(bench.deeds.all).toMatchObject([
        { action: 'account.registered', actor, target: known(user), origin: laptop },
        { action: 'session.opened', actor, target: { kind: 'session', id: sessionId } },
        { action: 'session.opened', actor, origin: phone },
      ]);
    });

    it('is told who was refused, and nothing of what they have typed', async () => {
      const { user } = await bench.register('ada');
      await expect(bench.logIn('ada', 'wrong horse')).rejects.toMatchObject(unauthenticated);
      const fromElsewhere = bench.logIn('zoe', 'wrong horse', phone);
      await expect(fromElsewhere).rejects.toMatchObject(unauthenticated);
      bench.users.profiles.set(user.id, { ...user, isDeactivated: true });
      await expect(bench.logIn('ada')).rejects.toMatchObject({ code: 'forbidden' });
      await eventually(() => expect(bench.deeds.all).toHaveLength(5));
      const [wrong, unknown, deactivated] = bench.deeds.all.slice(2);
      const refused = { action: 'session.refused', outcome: 'refused', origin: laptop };
      expect(wrong).toMatchObject({ ...refused, target: known(user) });
      expect(unknown).toMatchObject({ ...refused, actor: { id: 'anonymous' }, origin: phone });
      expect(unknown).not.toHaveProperty('target');
      expect(deactivated).toMatchObject({ ...refused, actor: { id: user.id } });
      expect(JSON.stringify(bench.deeds.all)).not.toMatch(/zoe|horse/);
    });

    it('is told who has changed a password, or has tried to', async () => {
      const actor = bench.actorOf(await bench.register('ada'));
      await bench.changePassword(actor, 'wrong horse', 'another horse battery').catch(() => 'no');
      await bench.changePassword(actor, password, 'another horse battery');
      await eventually(() =>
        expect(bench.deeds.briefly.slice(2)).toEqual([
          'password.changed refused',
          'password.changed done',
        ]),
      );
      expect(JSON.stringify(bench.deeds.all)).not.toContain('horse');
    });
  });

  describe('a deactivation', () => {
    it('ends all sessions', async () => {
      const signedIn = await bench.register('ada');
      const user = { ...signedIn.user, isDeactivated: true as const };
      const { settings: _s, createdAt: _c, ...fact } = user;
      await bench.ports.eventBus.publish('user.updated', fact satisfies Fact<'user.updated'>);
      await eventually(() => expect(() => bench.actorOf(signedIn)).toThrow('unauthenticated'));
      await expect(bench.refresh(signedIn.refreshToken)).rejects.toMatchObject(unauthenticated);
    });

    it('is noticed at the next refresh, even if nobody told', async () => {
      const signedIn = await bench.register('ada');
      bench.users.profiles.set(signedIn.user.id, { ...signedIn.user, isDeactivated: true });
      await expect(bench.refresh(signedIn.refreshToken)).rejects.toMatchObject(unauthenticated);
      expect(() => bench.actorOf(signedIn)).toThrow('unauthenticated');
    });
  });

  describe('me', () => {
    it('is the profile, and what waits in all chats', async () => {
      const signedIn = await bench.register('ada');
      expect(await bench.auth.me(bench.actorOf(signedIn), {})).toEqual({
        ...signedIn.user,
        unread: 7,
        mentions: 2,
      });
    });
  });

  describe('changePassword', () => {
    const next = 'another horse battery';

    it('takes the new one from now on, and ends the other sessions', async () => {
      const here = await bench.register('ada');
      const there = await bench.logIn('ada', password, phone);
      const actor = bench.actorOf(here);
      await bench.changePassword(actor, password, next);
      expect(bench.actorOf(here)).toEqual(actor);
      expect(() => bench.actorOf(there)).toThrow('unauthenticated');
      await expect(bench.refresh(there.refreshToken, phone)).rejects.toMatchObject(unauthenticated);
      await expect(bench.logIn('ada')).rejects.toMatchObject(unauthenticated);
      expect(await bench.logIn('ada', next)).toMatchObject({ user: { username: 'ada' } });
    });

    it('refuses a wrong current one, and the sixth try', async () => {
      const actor = bench.actorOf(await bench.register('ada'));
      const change = () => bench.changePassword(actor, 'wrong', next);
      for (let attempt = 0; attempt < 5; attempt++) {
        await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
      }
      await expect(change()).rejects.toMatchObject({ code: 'rate_limited' });
    });

    it('refuses a weak new one, and names the field', async () => {
      const actor = bench.actorOf(await bench.register('adalovelace'));
      const change = bench.changePassword(actor, password, 'AdaLovelace');
      await expect(change).rejects.toMatchObject({ params: { issues: [{ path: 'newPassword' }] } });
    });

    it('succeeds once of two at once', async () => {
      const actor = bench.actorOf(await bench.register('ada'));
      const changes = ['first horse battery', 'second horse battery'].map((newPassword) =>
        bench.changePassword(actor, password, newPassword),
      );
      const results = await Promise.allSettled(changes);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });
});
