import { eventually } from '@app/platform/testing';
import { AuthBench, password, phone } from '../testing/auth-bench.js';

describe('a password that is replaced while somebody signs in with it', () => {
  let bench: AuthBench;

  beforeEach(async () => {
    bench = await AuthBench.open();
  });

  afterEach(() => bench.close());

  /** Signs in with the old one, and does something between its check and the session. */
  const signInWhile = async (happen: () => Promise<unknown>) => {
    const matches = bench.hasher.matches.bind(bench.hasher);
    const checked = Promise.withResolvers<undefined>();
    const held = Promise.withResolvers<undefined>();
    jest.spyOn(bench.hasher, 'matches').mockImplementationOnce(async (...given) => {
      const isRight = await matches(...given);
      checked.resolve(undefined);
      await held.promise;
      return isRight;
    });
    const signedIn = bench.logIn('ada', password, phone);
    await checked.promise;
    await happen();
    held.resolve(undefined);
    return signedIn;
  };

  it('leaves them no session, and an entry', async () => {
    const here = bench.actorOf(await bench.register('ada'));
    const late = signInWhile(() => bench.changePassword(here, password, 'another horse battery'));
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' });
    const { items } = await bench.auth.sessions(here, {});
    expect(items.map(({ id }) => id)).toEqual([here.sessionId]);
    await eventually(() => expect(bench.deeds.briefly).toContain('session.refused refused'));
  });

  it('lets them in when it was only hashed anew', async () => {
    const { user } = await bench.register('ada');
    const { passwordHash } = (await bench.credentials.find(user.id))!;
    const anew = await bench.hasher.hash(password);
    const signedIn = await signInWhile(() =>
      bench.credentials.replaceHash(user.id, passwordHash, anew),
    );
    expect(signedIn).toMatchObject({ user: { username: 'ada' } });
  });
});
