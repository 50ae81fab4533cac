import type { Actor } from '@app/contracts';
import { UsersBench } from './testing/users-bench.js';

describe('UsersService.search', () => {
  let bench: UsersBench;
  let owner: Actor;

  beforeEach(async () => {
    bench = await UsersBench.open();
    owner = await bench.person('olga', 'Olga');
  });

  afterEach(() => bench.close());

  const search = async (q: string, by = owner) => {
    const { items } = await bench.users.search(by, { q, limit: 50 });
    return items.map(({ username }) => username);
  };

  it('finds the beginnings of words, without case and accents', async () => {
    await bench.person('zoe', 'Zoë Łukasz-Śmigły');
    await bench.person('hermann', 'Hermann Straßer');
    for (const q of ['ZOE', 'zoë', 'lukasz', 'smig', 'zo luk'])
      expect(await search(q)).toEqual(['zoe']);
    expect(await search('strasse')).toEqual(['hermann']);
  });

  it('finds neither middles of words nor people who meet only one of two words', async () => {
    await bench.person('zoe', 'Zoë Łukasz');
    expect(await search('ukasz')).toEqual([]);
    expect(await search('zoe olga')).toEqual([]);
  });

  it('does not take two words of a name, one below and one above, for a match', async () => {
    await bench.person('mix', 'Aaa Zzz');
    expect(await search('k')).toEqual([]);
  });

  it.each(['.*', '^o', 'o|a', 'ol.a', '(', '\\', '$gt', '[a-z]'])(
    'takes %s as it is',
    async (q) => {
      expect(await search(q)).toEqual([]);
    },
  );

  it('finds a username with its own punctuation', async () => {
    await bench.person('ann.lee_7', 'Ann');
    expect(await search('ann.l')).toEqual(['ann.lee_7']);
    expect(await search('lee')).toEqual(['ann.lee_7']);
  });

  it('leaves out who is deactivated', async () => {
    const ada = await bench.person('ada');
    await bench.users.update(owner, { userId: ada.userId, patch: { isDeactivated: true } });
    expect(await search('ada')).toEqual([]);
  });

  it('leaves out whom I blocked, and who blocked me, and nobody else', async () => {
    const [ada, eve] = [await bench.person('ada'), await bench.person('eve')];
    await bench.users.block(ada, { userId: eve.userId, isBlocked: true });
    expect(await search('eve', ada)).toEqual([]);
    expect(await search('ada', eve)).toEqual([]);
    expect(await search('eve')).toEqual(['eve']);
  });

  it('follows a change of name', async () => {
    const ada = await bench.person('ada', 'Ada Byron');
    await bench.users.update(ada, { userId: ada.userId, patch: { name: 'Ada Lovelace' } });
    expect(await search('byron')).toEqual([]);
    expect(await search('love')).toEqual(['ada']);
    expect(await search('ada')).toEqual(['ada']);
  });

  it('pages through all of them, each once', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    for (const name of names) await bench.person(name, `Page ${name}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const paging = cursor === undefined ? {} : { cursor };
      const { items, page } = await bench.users.search(owner, { q: 'page', limit: 10, ...paging });
      seen.push(...items.map(({ username }) => username));
      cursor = page.nextCursor ?? undefined;
      expect(page.hasMore).toBe(cursor !== undefined);
    } while (cursor !== undefined);
    expect(seen).toEqual(names);
  });

  it('pages through everybody who may be seen, if nobody is looked for', async () => {
    const [ada, eve] = [await bench.person('ada'), await bench.person('eve')];
    const gone = await bench.person('gone');
    await bench.person('zoe');
    await bench.users.update(owner, { userId: gone.userId, patch: { isDeactivated: true } });
    await bench.users.block(eve, { userId: ada.userId, isBlocked: true });
    const first = await bench.users.search(ada, { limit: 2 });
    expect(first.items.map(({ username }) => username)).toEqual(['ada', 'olga']);
    const { nextCursor } = first.page;
    const last = await bench.users.search(ada, { limit: 2, cursor: nextCursor! });
    expect([last.items.map(({ username }) => username), last.page.hasMore]).toEqual([
      ['zoe'],
      false,
    ]);
  });

  it('takes a mark without a letter for nobody, and not for everybody', async () => {
    expect(await search('\u0301')).toEqual([]);
  });

  it('refuses a cursor that it did not make', async () => {
    const forged = Buffer.from('{"$gt":""}').toString('base64url');
    const refused = bench.users.search(owner, { q: 'a', limit: 10, cursor: forged });
    await expect(refused).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
