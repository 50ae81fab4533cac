import { RequestProblem } from '@app/web-session';
import type { Account } from '@app/contracts';
import { ButtonHarness, FieldHarness, SelectHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, anAccount } from '../testing/a-console';
import { PeoplePage } from './people-page';

/** What everybody may do who sees an account. */
const toTheLog = ['What they did', 'What was done to them'];

/** The panel of one person, opened in the list of people. */
async function aPanel(account: Account, role: 'owner' | 'admin' = 'owner', refusal?: Error) {
  const console = await aConsole(
    PeoplePage,
    (method, path, { body }) => {
      if (method === 'GET') return { items: [account], page: { nextCursor: null } };
      if (refusal) return refusal;
      if (path.endsWith('reset-link'))
        return { path: '/reset/secret', expiresAt: '2026-03-03T12:00:00.000Z' };
      return method === 'PATCH' ? { ...account, ...body, reason: undefined } : {};
    },
    { role },
  );
  const { root, asked } = console;
  const table = await root.getHarness(TableHarness);
  await table.open(0);
  const panel = await console.dialog();
  const top = () => console.dialog(2);
  const deeds = async () => {
    const all = await panel.getAllHarnesses(ButtonHarness);
    return Promise.all(all.map((button) => button.getName()));
  };
  return { ...console, panel, top, table, deeds, told: () => asked.slice(1) };
}

describe('AccountPanel', () => {
  afterEach(() => document.body.replaceChildren());

  it('renames, and the list follows', async () => {
    const { panel, table, told, words } = await aPanel(anAccount('Ada'));
    expect(await panel.getTitle()).toBe('Ada');
    await (await panel.getHarness(FieldHarness)).write(' ');
    await panel.press('Save');
    expect([told(), words()]).toEqual([[], expect.stringContaining('Enter a name.')]);
    await (await panel.getHarness(FieldHarness)).write('Ada L.');
    await panel.press('Save');
    expect(told()).toEqual([['PATCH', 'admin/users/ada', { name: 'Ada L.' }]]);
    expect([await panel.getTitle(), (await table.getFirstCells())[0]]).toEqual([
      'Ada L.',
      expect.stringContaining('Ada L.'),
    ]);
  });

  it('gives a role after saying what it means, and takes it back where it is not meant', async () => {
    const { panel, top, told, words, table } = await aPanel(anAccount('Ada'));
    const role = await panel.getHarness(SelectHarness);
    await role.choose('Moderator');
    const question = await top();
    expect(words()).toContain('A moderator deals with reports');
    await question.press('Cancel');
    expect([told(), await role.getChosen()]).toEqual([[], 'Member']);
    await role.choose('Admin');
    await (await top()).press('Give this role');
    expect(told()).toEqual([['PATCH', 'admin/users/ada', { role: 'admin' }]]);
    expect((await table.getRows())[0]![2]).toBe('Admin');
  });

  it('shows a link for a new password once', async () => {
    const { panel, press, top, dialog, deeds, told, words, table } = await aPanel(anAccount('Ada'));
    await press('Make a link for a new password');
    const question = await top();
    expect(words()).toContain('Whoever has it can take over the account');
    await question.press('Make the link');
    expect(told()).toEqual([['POST', 'admin/users/ada/reset-link', {}]]);
    expect(await deeds()).toContain('Copy');
    expect(words()).toContain(`${location.origin}/reset/secret`);
    await panel.press('Close');
    await dialog(0);
    await table.open(0);
    await dialog();
    expect(words()).not.toContain('/reset/secret');
  });

  it('offers no more than one may do', async () => {
    const { panel, deeds } = await aPanel(anAccount('Ada'), 'admin');
    expect(await deeds()).toEqual(expect.arrayContaining(['Suspend', 'Sign out everywhere']));
    expect(await panel.getAllHarnesses(SelectHarness)).toEqual([]);
  });

  it('says that owners are left alone', async () => {
    const { deeds, words } = await aPanel(anAccount('Zoe', { role: 'owner' }), 'admin');
    expect(await deeds()).toEqual(['Close', ...toTheLog]);
    expect(words()).toContain('Owners are changed by nobody else.');
  });

  it('says that it is me', async () => {
    const { deeds, words } = await aPanel(anAccount('Olga', { role: 'owner' }));
    expect(await deeds()).toEqual(['Close', ...toTheLog]);
    expect(words()).toContain('This is you.');
  });

  it('leads to what they did in the audit log', async () => {
    const { panel, url, settle } = await aPanel(anAccount('Ada'), 'admin');
    await panel.press('What they did');
    await settle();
    expect(url()).toBe('/admin/audit?actor=ada');
  });

  it('says why something was not done', async () => {
    const refusal = new RequestProblem('forbidden', 403, {});
    const { panel, words } = await aPanel(anAccount('Ada'), 'owner', refusal);
    await (await panel.getHarness(FieldHarness)).write('Eve');
    await panel.press('Save');
    expect(words()).toContain('You may not do this here.');
  });
});
