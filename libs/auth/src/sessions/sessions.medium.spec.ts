import type { SessionId, SignedIn } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { AuthBench, laptop, password, phone } from '../testing/auth-bench.js';

describe('AuthService, sessions', () => {
  let bench: AuthBench;
  let first: SignedIn;

  beforeEach(async () => {
    bench = await AuthBench.open();
    first = await bench.register('ada');
  });

  afterEach(() => bench.close());

  const unauthenticated = { code: 'unauthenticated' };

  const expectEnded = async (signedIn: SignedIn, device = laptop) => {
    expect(() => bench.actorOf(signedIn)).toThrow('unauthenticated');
    await expect(bench.refresh(signedIn.refreshToken, device)).rejects.toMatchObject(
      unauthenticated,
    );
  };

  describe('refresh', () => {
    it('gives a new pair for the same session, time after time', async () => {
      const actor = bench.actorOf(first);
      let token = first.refreshToken;
      for (let turn = 0; turn < 4; turn++) {
        bench.time.advance(60_000);
        const next = await bench.refresh(token);
        expect(next.refreshToken).not.toBe(token);
        expect(bench.actorOf(next)).toEqual(actor);
        token = next.refreshToken;
      }
    });

    it('ends the session when a spent token comes back', async () => {
      const second = await bench.refresh(first.refreshToken);
      bench.time.advance(10_001);
      await expect(bench.refresh(first.refreshToken)).rejects.toMatchObject(unauthenticated);
      await expectEnded(second);
    });

    it('writes down that a spent token came back, and from where', async () => {
      const { userId, sessionId } = bench.actorOf(first);
      await bench.refresh(first.refreshToken);
      await bench.refresh(first.refreshToken, phone).catch(() => 'refused');
      await eventually(() => expect(bench.deeds.briefly).toContain('session.reused refused'));
      expect(bench.deeds.all.at(-1)).toMatchObject({
        actor: { id: 'anonymous' },
        target: { kind: 'session', id: sessionId },
        origin: phone,
        before: { userId },
      });
    });

    it('ends the session when the token before the last comes back, at once', async () => {
      const second = await bench.refresh(first.refreshToken);
      const third = await bench.refresh(second.refreshToken);
      await expect(bench.refresh(first.refreshToken)).rejects.toMatchObject(unauthenticated);
      await expectEnded(third);
    });

    it('answers the same device again within ten seconds, with the same token', async () => {
      const second = await bench.refresh(first.refreshToken);
      bench.time.advance(9_999);
      const again = await bench.refresh(first.refreshToken);
      expect(again.refreshToken).toBe(second.refreshToken);
      expect(await bench.refresh(again.refreshToken)).toMatchObject({ user: { username: 'ada' } });
    });

    it.each([phone, { ...laptop, address: phone.address }, { ...laptop, userAgent: 'Other' }])(
      'ends the session when another device comes with a spent token: %j',
      async (device) => {
        const second = await bench.refresh(first.refreshToken);
        await expect(bench.refresh(first.refreshToken, device)).rejects.toMatchObject(
          unauthenticated,
        );
        await expectEnded(second);
      },
    );

    it('lets many tabs refresh at once, and go on with one token', async () => {
      for (let round = 0; round < 10; round++) {
        const before = first.refreshToken;
        const tabs = await Promise.all([1, 2, 3, 4].map(() => bench.refresh(before)));
        expect(new Set(tabs.map(({ refreshToken }) => refreshToken)).size).toBe(1);
        first = tabs[0]!;
        bench.time.advance(60_000);
      }
    });

    it('goes on while the server changes its secret', async () => {
      const { host, port, name } = bench.ports.database!.connection;
      const second = await bench.refresh(first.refreshToken);
      const rotated = await AuthBench.open(
        {
          JWT_SECRET: 'n'.repeat(32),
          JWT_SECRET_PREVIOUS: 'only-for-tests-only-for-tests-only-for-tests',
        },
        `mongodb://${host}:${port}/${name}`,
      );
      rotated.users.profiles.set(first.user.id, first.user);
      const again = await rotated.refresh(first.refreshToken);
      expect(again.refreshToken).toBe(second.refreshToken);
      expect(rotated.actorOf(second)).toEqual(bench.actorOf(second));
      expect(await rotated.refresh(again.refreshToken)).toHaveProperty('accessToken');
      await rotated.close();
    });

    it('ends what nobody used for as long as a session lives', async () => {
      bench.time.pass(2_592_000_000);
      await expect(bench.refresh(first.refreshToken)).rejects.toMatchObject(unauthenticated);
    });

    it.each(['', 'nonsense', `${'0'.repeat(26)}.${'a'.repeat(43)}`])(
      'refuses %j',
      async (token) => {
        await expect(bench.refresh(token)).rejects.toMatchObject(unauthenticated);
      },
    );
  });

  describe('logOut', () => {
    it('ends this session, and no other; twice is success', async () => {
      const other = await bench.logIn('ada', password, phone);
      const actor = bench.actorOf(first);
      await bench.auth.logOut(actor, {});
      await bench.auth.logOut(actor, {});
      await expectEnded(first);
      expect(await bench.refresh(other.refreshToken, phone)).toHaveProperty('accessToken');
    });

    it.each([
      ['logOut', () => bench.auth.logOut(bench.actorOf(first), {}), 'session'],
      ['revokeOthers', () => bench.auth.revokeOthers(bench.actorOf(first), {}), 'user'],
    ])('leaves an entry of the audit log, as %s does', async (_, end, kind) => {
      const { userId, sessionId } = bench.actorOf(first);
      await end();
      await eventually(() => expect(bench.deeds.briefly).toContain('session.ended done'));
      expect(bench.deeds.all.at(-1)).toMatchObject({
        actor: { id: userId, role: 'member' },
        target: { kind, id: kind === 'user' ? userId : sessionId },
      });
    });

    it('tells the socket servers', async () => {
      const told: unknown[] = [];
      const handle = (fact: unknown) => void told.push(fact);
      bench.ports.eventBus.subscribe({ module: 'test', name: 'session.revoked', handle });
      const { userId, sessionId } = bench.actorOf(first);
      await bench.auth.logOut(bench.actorOf(first), {});
      await eventually(() => expect(told).toEqual([{ userId, sessionIds: [sessionId] }]));
    });

    it('is told again by who ends all, should nobody have been told', async () => {
      const { userId, sessionId } = bench.actorOf(first);
      const forgetAt = new Date(bench.time.now().getTime() + 900_000);
      const stored = bench.ports.database!.connection.collection('sessions');
      // As by a process that has died over it.
      await stored.updateOne({ userId }, { $set: { revokedAt: new Date(), expiresAt: forgetAt } });
      const told: unknown[] = [];
      const handle = (fact: unknown) => void told.push(fact);
      bench.ports.eventBus.subscribe({ module: 'test', name: 'session.revoked', handle });
      await bench.auth.endAll(bench.actorOf(first), { userId });
      await eventually(() => expect(told).toEqual([{ userId, sessionIds: [sessionId] }]));
      expect(() => bench.actorOf(first)).toThrow('unauthenticated');
    });

    it('is not undone by a restart', async () => {
      await bench.auth.logOut(bench.actorOf(first), {});
      const { host, port, name } = bench.ports.database!.connection;
      const restarted = await AuthBench.open({}, `mongodb://${host}:${port}/${name}`);
      expect(() => restarted.actorOf(first)).toThrow('unauthenticated');
      await restarted.close();
    });
  });

  describe('the list of sessions', () => {
    it('shows mine, the last used first, and which one this is', async () => {
      bench.time.advance(1000);
      const second = await bench.logIn('ada', password, phone);
      await bench.register('eve');
      bench.time.advance(1000);
      const again = await bench.refresh(first.refreshToken);
      const { items } = await bench.auth.sessions(bench.actorOf(second), {});
      expect(items).toMatchObject([
        { id: bench.actorOf(again).sessionId, userAgent: 'Laptop', isCurrent: false },
        { id: bench.actorOf(second).sessionId, userAgent: 'Phone', isCurrent: true },
      ]);
    });

    it('has no more than a hundred: the one unused for longest ends', async () => {
      for (let device = 0; device < 100; device++) {
        bench.time.advance(1);
        await bench.logIn('ada');
      }
      const latest = await bench.logIn('ada');
      const { items } = await bench.auth.sessions(bench.actorOf(latest), {});
      expect(items).toHaveLength(100);
      expect(() => bench.actorOf(first)).toThrow('unauthenticated');
      await eventually(() => expect(bench.deeds.briefly).toContain('session.ended done'));
      const ended = bench.deeds.all.find(({ action }) => action === 'session.ended');
      expect(ended).toMatchObject({ after: { isSurplus: true }, origin: laptop });
    });
  });

  describe('revoke', () => {
    it('ends one of mine, and not the one that asks', async () => {
      const other = await bench.logIn('ada', password, phone);
      const { sessionId } = bench.actorOf(other);
      const actor = bench.actorOf(first);
      await bench.auth.revoke(actor, { sessionId });
      await bench.auth.revoke(actor, { sessionId });
      await expectEnded(other, phone);
      expect(bench.actorOf(first)).toEqual(actor);
    });

    it('does not find the session of somebody else, and leaves it', async () => {
      const eve = await bench.register('eve', phone);
      const actor = bench.actorOf(first);
      for (const sessionId of [bench.actorOf(eve).sessionId, 'nothing' as SessionId]) {
        const refused = bench.auth.revoke(actor, { sessionId });
        await expect(refused).rejects.toMatchObject({ code: 'not_found' });
      }
      expect(await bench.refresh(eve.refreshToken, phone)).toHaveProperty('accessToken');
    });

    it('of the others ends all but the one that asks, and nobody else’s', async () => {
      const others = [await bench.logIn('ada'), await bench.logIn('ada', password, phone)];
      const eve = await bench.register('eve');
      await bench.auth.revokeOthers(bench.actorOf(first), {});
      await expectEnded(others[0]!);
      await expectEnded(others[1]!, phone);
      expect(await bench.refresh(first.refreshToken)).toHaveProperty('accessToken');
      expect(await bench.refresh(eve.refreshToken)).toHaveProperty('accessToken');
    });
  });
});
