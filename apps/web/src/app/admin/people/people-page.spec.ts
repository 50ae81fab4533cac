import { RequestProblem } from '@app/web-session';
import { ButtonHarness, FieldHarness, SelectHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { PeoplePage } from './people-page';

const everybody = () => [
  anAccount('Olga', { role: 'owner' }),
  anAccount('Ada'),
  anAccount('Bob', { role: 'admin' }),
  anAccount('Cleo', { isDeactivated: true }),
];

/** A server that knows four people, and does what it is told. */
function aServer(refuse: (path: string) => Error | undefined = () => undefined): Answer {
  const people = new Map(everybody().map((account) => [account.id as string, account]));
  return (method, path, { query, body }) => {
    const id = path.split('/')[2];
    if (method === 'GET' && id === undefined) {
      const items = [...people.values()].filter(
        ({ role }) => !query?.['role'] || role === query['role'],
      );
      return { items, page: { nextCursor: null } };
    }
    const refused = refuse(path);
    if (refused || method !== 'PATCH') return refused ?? {};
    const { isDeactivated: _, ...account } = people.get(id!)!;
    const isSuspended = (body as { state: string }).state === 'suspended';
    const changed = { ...account, ...(isSuspended && { isDeactivated: true as const }) };
    people.set(id!, changed);
    return changed;
  };
}

async function aPage(answer = aServer(), query = '') {
  const page = await aConsole(PeoplePage, answer, { query });
  const table = await page.root.getHarness(TableHarness);
  const states = async () => (await table.getRows()).map((cells) => cells[3]);
  /** Whether there is more than one. */
  const pages = () => !document.querySelector<HTMLElement>('app-pager')!.hidden;
  return { ...page, table, states, pages };
}

describe('PeoplePage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists everybody, with what they are', async () => {
    const { table } = await aPage();
    expect(await table.getColumns()).toEqual(['Person', 'E-mail', 'Role', 'State', 'Joined']);
    const [, ada, , cleo] = await table.getRows();
    expect(ada!.slice(1)).toEqual(['ada@parley.example', 'Member', 'Active', '2 Mar 2026']);
    expect([ada![0], cleo![3]]).toEqual([expect.stringContaining('Ada'), 'Suspended']);
  });

  it('asks what the address says, and puts filters into it', async () => {
    const { asked, root, url, settle, table } = await aPage(aServer(), '?q=ad');
    expect(asked).toEqual([['GET', 'admin/users', { q: 'ad' }]]);
    expect(await (await root.getHarness(FieldHarness)).getValue()).toBe('ad');
    await (await root.getHarness(SelectHarness)).choose('Admin');
    await settle();
    expect(url()).toBe('/admin/people?q=ad&role=admin');
    expect(asked.at(-1)).toEqual(['GET', 'admin/users', { q: 'ad', role: 'admin' }]);
    expect(await table.getFirstCells()).toEqual([expect.stringContaining('Bob')]);
  });

  it('suspends those who are chosen, after saying what will happen, and shows it at once', async () => {
    const { asked, table, states, press, dialog, said, words } = await aPage();
    await table.chooseAll();
    await press('Suspend');
    expect(await (await dialog()).getTitle()).toBe('Suspend: 2 people?');
    expect(words()).toContain('All devices are signed out at once');
    expect(words()).toContain('is done: Olga and Cleo.');
    await (await (await dialog()).getHarness(FieldHarness)).write('Left');
    await (await dialog()).press('Suspend');
    expect(asked.slice(1)).toEqual([
      ['PATCH', 'admin/users/ada', { state: 'suspended', reason: 'Left' }],
      ['PATCH', 'admin/users/bob', { state: 'suspended', reason: 'Left' }],
    ]);
    expect(await states()).toEqual(['Active', 'Suspended', 'Suspended', 'Suspended']);
    expect([said(), await table.getChosen()]).toEqual([['Suspended: 2 people'], []]);
  });

  it('does nothing that is not meant', async () => {
    const { asked, table, press, dialog, states } = await aPage();
    await table.choose(1);
    await press('Suspend');
    await (await dialog()).press('Cancel');
    expect([asked.length, await table.getChosen(), (await states())[1]]).toEqual([
      1,
      [1],
      'Active',
    ]);
  });

  it('offers only what there is to do', async () => {
    const { root, table } = await aPage();
    const offered = async () => {
      const possible = await root.getAllHarnesses(
        ButtonHarness.with({ selector: '.chosen > :enabled' }),
      );
      return Promise.all(possible.map((button) => button.getName()));
    };
    expect(await offered()).toEqual([]);
    await table.choose(3);
    expect(await offered()).toEqual(['Restore', 'Sign out everywhere']);
    await table.choose(3);
    await table.choose(0);
    expect(await offered()).toEqual([]);
  });

  it('keeps chosen whom it could not be done about, and says why', async () => {
    const refused = new RequestProblem('forbidden', 403, {});
    const page = await aPage(aServer((path) => (path.endsWith('/ada') ? refused : undefined)));
    const { table, states, press, dialog, words } = page;
    await table.choose(1);
    await table.choose(2);
    await press('Suspend');
    await (await dialog()).press('Suspend');
    expect(await states()).toEqual(['Active', 'Active', 'Suspended', 'Suspended']);
    expect([await table.getChosen(), words()]).toEqual([
      [1],
      expect.stringContaining('Ada: You may not do this here.'),
    ]);
  });

  it('goes no further when the next one would fail as well', async () => {
    const busy = new RequestProblem('rate_limited', 429, { retryAfterMs: 2000 });
    const { asked, table, press, dialog } = await aPage(aServer(() => busy));
    await table.chooseAll();
    await press('Sign out everywhere');
    await (await dialog()).press('Sign out everywhere');
    expect(asked.slice(1)).toEqual([['POST', 'admin/users/ada/logout', {}]]);
    expect(await table.getChosen()).toEqual([1, 2, 3]);
  });

  it('turns pages, with nothing chosen on the next one', async () => {
    const { asked, table, press, pages } = await aPage((_, __, { query }) =>
      query?.['cursor'] === undefined
        ? { items: everybody(), page: { nextCursor: 'cleo' } }
        : { items: [anAccount('Dora')], page: { nextCursor: null } },
    );
    expect(pages()).toBe(true);
    await table.choose(1);
    await press('Next page');
    expect(await table.getFirstCells()).toEqual([expect.stringContaining('Dora')]);
    expect([asked.at(-1), await table.getChosen()]).toEqual([
      ['GET', 'admin/users', { cursor: 'cleo' }],
      [],
    ]);
    await press('Previous page');
    expect([(await table.getFirstCells()).length, await table.getChosen()]).toEqual([4, []]);
  });

  it('says that there is nobody', async () => {
    const nobody = await aPage(() => ({ items: [], page: { nextCursor: null } }));
    expect(nobody.words()).toContain('Nobody is like that');
    expect(nobody.pages()).toBe(false);
  });

  it('says why there is no list', async () => {
    const { words } = await aPage(() => new RequestProblem('forbidden', 403, {}));
    expect(words()).toContain('You may not do this here.');
  });
});
