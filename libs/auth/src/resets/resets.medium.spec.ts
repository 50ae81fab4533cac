import { anonymous, UserId, type Actor } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { AuthBench, laptop, password } from '../testing/auth-bench.js';

const next = 'another horse battery';
const gone = { code: 'gone' };

describe('ResetsService', () => {
  let bench: AuthBench;
  let ada: Actor;
  let adam: Actor;

  beforeEach(async () => {
    bench = await AuthBench.open();
    ada = bench.actorOf(await bench.register('ada'));
    adam = bench.actorOf(await bench.register('adam'));
    bench.change(adam.userId, { role: 'admin' });
  });

  afterEach(() => bench.close());

  const make = async () => (await bench.resets.make(adam, { userId: ada.userId })).token;
  const use = (token: string, newPassword = next) =>
    bench.resets.use(anonymous, { token, newPassword, device: laptop });

  it('gives a new password once, and ends all sessions', async () => {
    const token = await make();
    const signedIn = await bench.logIn('ada');
    await use(token);
    expect(() => bench.actorOf(signedIn)).toThrow('unauthenticated');
    await expect(bench.logIn('ada', password)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await bench.logIn('ada', next)).toMatchObject({ user: { username: 'ada' } });
    await expect(use(token, 'a third horse battery')).rejects.toMatchObject(gone);
  });

  it('tells the audit log once of who tries one that was used', async () => {
    const token = await make();
    await use(token);
    for (const password of ['a third horse battery', 'a fourth horse battery'])
      await expect(use(token, password)).rejects.toMatchObject(gone);
    const resets = () => bench.deeds.all.filter(({ action }) => action === 'password.reset');
    await bench.deeds.outbox.sweep();
    await eventually(() => expect(resets()).toHaveLength(2));
    expect(
      resets()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['done', 'refused']);
    expect(resets().find(({ outcome }) => outcome === 'refused')).toMatchObject({
      ...{ target: { id: ada.userId }, origin: laptop, after: { isSpent: true } },
    });
    // A new one is good, and its second use is an entry again.
    const other = await make();
    await use(other, 'a fifth horse battery');
    await expect(use(other)).rejects.toMatchObject(gone);
    await eventually(() => expect(resets()).toHaveLength(4));
  });

  it('takes one of two who use it at once', async () => {
    const token = await make();
    const results = await Promise.allSettled([use(token), use(token, 'a third horse battery')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is good for a day, and until there is a newer one', async () => {
    const first = await make();
    const second = await make();
    await expect(use(first)).rejects.toMatchObject(gone);
    bench.time.advance(24 * 3_600_000);
    await expect(use(second)).rejects.toMatchObject(gone);
  });

  it.each<[string, () => unknown]>([
    ['they have another password', () => bench.changePassword(ada, password, 'my own new battery')],
    ['they have become an owner', () => bench.change(ada.userId, { role: 'owner' })],
    ['they are suspended', () => bench.change(ada.userId, { isDeactivated: true })],
    ['who made it is suspended', () => bench.change(adam.userId, { isDeactivated: true })],
    ['who made it is no admin any more', () => bench.change(adam.userId, { role: 'member' })],
  ])('is good for nothing once %s', async (_, happen) => {
    const token = await make();
    await happen();
    const { passwordHash } = (await bench.credentials.find(ada.userId))!;
    await expect(use(token)).rejects.toMatchObject(gone);
    expect(await bench.credentials.find(ada.userId)).toMatchObject({ passwordHash });
    await eventually(() => expect(bench.deeds.briefly).toContain('password.reset refused'));
  });

  it('is not good again when who was suspended is back, once it was tried', async () => {
    const token = await make();
    bench.change(ada.userId, { isDeactivated: true });
    await expect(use(token)).rejects.toMatchObject(gone);
    bench.change(ada.userId, { isDeactivated: undefined });
    await expect(use(token)).rejects.toMatchObject(gone);
  });

  it('is still good after a password that was too weak', async () => {
    const token = await make();
    await expect(use(token, 'password1')).rejects.toMatchObject({
      params: { issues: [{ path: 'newPassword' }] },
    });
    await use(token);
  });

  it('is made for nobody who is not there', async () => {
    const missing = bench.resets.make(adam, { userId: UserId.parse('nobody') });
    await expect(missing).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps a hash of its token, and tells the audit log nothing more', async () => {
    const token = await make();
    const stored = bench.ports.database!.connection.collection('password_resets');
    expect(JSON.stringify(await stored.find().toArray())).not.toContain(token);
    await use(token);
    await eventually(() => expect(bench.deeds.briefly).toContain('password.reset done'));
    expect(bench.deeds.all.at(-1)).toMatchObject({ target: { id: ada.userId }, origin: laptop });
    expect(JSON.stringify(bench.deeds.all)).not.toContain(token);
  });
});
