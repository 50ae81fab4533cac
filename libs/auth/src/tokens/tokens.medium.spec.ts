import { anonymous, UserId, type Actor, type MadeToken, type NewToken } from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { eventually } from '@app/platform/testing';
import { AuthBench, laptop, password } from '../testing/auth-bench.js';

const unauthenticated = { code: 'unauthenticated' };

describe('TokensService', () => {
  let bench: AuthBench;
  let ada: Actor;
  let ben: Actor;

  beforeEach(async () => {
    bench = await AuthBench.open();
    ada = bench.actorOf(await bench.register('ada'));
    ben = bench.actorOf(await bench.register('ben'));
  });

  afterEach(() => bench.close());

  const inMs = (ms: number) => new Date(bench.time.now().getTime() + ms).toISOString();

  function make(traits: Partial<NewToken> = {}, actor = ada, userId = actor.userId) {
    const made: NewToken = { name: 'report', scopes: ['chats:read'], ...traits };
    return bench.programs.make(actor, { userId, made, origin: laptop });
  }

  function check({ token }: Pick<MadeToken, 'token'>) {
    const [, tokenId, secret] = token.split('_') as [string, MadeToken['id'], string];
    return bench.programs.check(anonymous, { tokenId, secret });
  }

  const revoke = (actor: Actor, { id: tokenId }: MadeToken) =>
    bench.programs.revoke(actor, { userId: actor.userId, tokenId, origin: laptop });

  const list = async () => (await bench.programs.list(ada, { userId: ada.userId })).items;

  it('shows a secret once, and keeps none', async () => {
    const made = await make({ scopes: ['chats:read', 'messages:write'], expiresAt: inMs(5000) });
    expect(made.token).toMatch(new RegExp(`^parley_${made.id}_[0-9a-z]{32}$`));
    const { token, ...shown } = made;
    expect(await list()).toEqual([shown]);
    const stored = bench.ports.database!.connection.collection('tokens');
    const kept = JSON.stringify(await stored.find().toArray());
    expect(kept).toContain(made.id);
    expect(kept).not.toContain(token.split('_')[2]);
  });

  it('says whose a token is, with their role of now', async () => {
    const made = await make({ expiresAt: inMs(5000) });
    bench.change(ada.userId, { role: 'admin' });
    expect(await check(made)).toEqual({
      userId: ada.userId,
      role: 'admin',
      scopes: ['chats:read'],
      expiresAt: made.expiresAt,
    });
  });

  it('refuses another secret, an unknown id, and what is over', async () => {
    const made = await make({ expiresAt: inMs(5000) });
    const wrong = made.token.slice(0, -1) + (made.token.endsWith('0') ? '1' : '0');
    await expect(check({ token: wrong })).rejects.toMatchObject(unauthenticated);
    await expect(check({ token: 'parley_none_secret' })).rejects.toMatchObject(unauthenticated);
    bench.time.advance(5000);
    await expect(check(made)).rejects.toMatchObject({ code: 'token_expired' });
    await expect(make({ expiresAt: inMs(0) })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('is about oneself alone', async () => {
    const made = await make();
    const forbidden = { code: 'forbidden' };
    await expect(make({}, ben, ada.userId)).rejects.toMatchObject(forbidden);
    const { userId } = ada;
    await expect(bench.programs.list(ben, { userId })).rejects.toMatchObject(forbidden);
    await expect(
      bench.programs.revoke(ben, { userId, tokenId: made.id, origin: laptop }),
    ).rejects.toMatchObject(forbidden);
    await expect(revoke(ben, made)).rejects.toMatchObject({ code: 'not_found' });
    await expect(check(made)).resolves.toBeDefined();
  });

  it('notes its use, at most once a minute', async () => {
    const made = await make();
    const use = async () => {
      await check(made);
      return (await list())[0]!.lastUsedAt;
    };
    expect((await list())[0]).not.toHaveProperty('lastUsedAt');
    const first = bench.time.now().toISOString();
    expect(await use()).toBe(first);
    bench.time.advance(59_999);
    expect(await use()).toBe(first);
    bench.time.advance(1);
    expect(await use()).toBe(inMs(0));
  });

  it('has an end to how many one may have, also for those made at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => make()));
    const made = all.filter(({ status }) => status === 'fulfilled').length;
    expect(made).toBeLessThanOrEqual(50);
    expect(await list()).toHaveLength(made);
    while ((await list()).length < 50) await make();
    await expect(make()).rejects.toMatchObject({ code: 'conflict', params: { field: 'tokens' } });
    await expect(make({}, ben)).resolves.toBeDefined();
    await revoke(ada, { ...(await list())[0]! } as MadeToken);
    await expect(make()).resolves.toBeDefined();
  });

  it('revokes: refused at once, its sockets told, again without harm', async () => {
    const [made, other] = [await make(), await make()];
    const ended: string[] = [];
    bench.ports.eventBus.subscribe({
      module: 'sockets',
      name: 'session.revoked',
      handle: ({ sessionIds }) => {
        ended.push(...sessionIds);
      },
    });
    await revoke(ada, made);
    expect(bench.ports.revocations.isRevoked(made.id)).toBe(true);
    await expect(check(made)).rejects.toMatchObject(unauthenticated);
    await eventually(() => expect(ended).toEqual([made.id]));
    await revoke(ada, made);
    expect((await list()).map(({ id }) => id)).toEqual([other.id]);
    await expect(check(other)).resolves.toBeDefined();
  });

  it('is written down, but for the secret', async () => {
    const made = await make();
    await revoke(ada, made);
    await eventually(() =>
      expect(bench.deeds.briefly.slice(-2)).toEqual(['token.made done', 'token.revoked done']),
    );
    const [deed] = bench.deeds.all.slice(-2);
    expect(deed).toMatchObject({
      actor: { id: ada.userId, role: 'member' },
      target: { kind: 'token', id: made.id },
      origin: laptop,
      after: { name: 'report', scopes: ['chats:read'] },
    });
    expect(JSON.stringify(bench.deeds.all)).not.toContain(made.token.split('_')[2]);
  });

  describe('of who is suspended', () => {
    it('is refused, and not made', async () => {
      const made = await make();
      bench.change(ada.userId, { isDeactivated: true });
      await expect(check(made)).rejects.toMatchObject(unauthenticated);
      await expect(make()).rejects.toMatchObject({ code: 'forbidden' });
      expect(await list()).toHaveLength(1);
    });

    it('ends with the sessions, for good', async () => {
      const made = await make();
      await bench.auth.endAll(ben, { userId: ada.userId });
      expect(bench.ports.revocations.isRevoked(made.id)).toBe(true);
      await expect(check(made)).rejects.toMatchObject(unauthenticated);
      expect(await list()).toEqual([]);
    });

    it('ends by the fact of it alone', async () => {
      const made = await make();
      const { email: _, ...user } = bench.users.profiles.get(ada.userId)!;
      const { settings: _s, createdAt: _c, ...fact } = user;
      await bench.ports.eventBus.publish('user.updated', { ...fact, isDeactivated: true });
      await eventually(() => expect(bench.ports.revocations.isRevoked(made.id)).toBe(true));
    });
  });

  describe('of a bot', () => {
    const botId = UserId.parse('robo');

    beforeEach(() => {
      bench.users.profiles.set(botId, { ...aProfile('robo'), id: botId, email: '', role: 'bot' });
      bench.change(ben.userId, { role: 'admin' });
    });

    it('is made, listed and revoked by admins, as what they are now', async () => {
      const made = await make({}, ben, botId);
      expect(await check(made)).toMatchObject({ userId: botId, role: 'bot' });
      const { items } = await bench.programs.list(ben, { userId: botId });
      expect(items.map(({ id }) => id)).toEqual([made.id]);
      await bench.programs.revoke(ben, { userId: botId, tokenId: made.id, origin: laptop });
      await expect(check(made)).rejects.toMatchObject(unauthenticated);
      await eventually(() =>
        expect(bench.deeds.all.slice(-2)).toMatchObject([
          { action: 'token.made', actor: { id: ben.userId, role: 'admin' } },
          { action: 'token.revoked', actor: { id: ben.userId, role: 'admin' } },
        ]),
      );
    });

    it('is made of none that an incoming webhook speaks for: it would read', async () => {
      const profile = bench.users.profiles.get(botId)!;
      bench.users.profiles.set(botId, { ...profile, isWebhook: true });
      await expect(make({}, ben, botId)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('is nobody else’s matter, nor an admin’s who is suspended', async () => {
      const forbidden = { code: 'forbidden' };
      await expect(make({}, ada, botId)).rejects.toMatchObject(forbidden);
      bench.change(ben.userId, { isDeactivated: true });
      await expect(make({}, ben, botId)).rejects.toMatchObject(forbidden);
    });

    it('gives no admin a token of a person', async () => {
      await expect(make({}, ben, ada.userId)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(make({}, ben, UserId.parse('nobody'))).rejects.toMatchObject({
        code: 'forbidden',
      });
    });
  });

  it('outlives a new password that one has chosen oneself', async () => {
    const made = await make();
    await bench.changePassword(ada, password, 'another horse battery');
    await expect(check(made)).resolves.toBeDefined();
  });
});
