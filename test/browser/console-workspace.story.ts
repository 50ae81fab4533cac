import { Api } from './api.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, fillRegistration, test } from './stage.js';

/** `GET /api/admin/retention`, as far as it is looked at here. */
interface Retained {
  readonly lastRun?: { readonly startedAt: string };
}

/** `GET /api/admin/stats`, as far as it is compared here. */
interface Counted {
  readonly users: { readonly active: number; readonly suspended: number };
}

test('an owner sees how much there is, as a picture and as a table', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  await workspace.register('Tove Dahl');
  const hers = await Api.of(page);
  const { items } = await hers.get<{ items: { id: string; slug?: string }[] }>('/api/chats');
  const chatId = items.find(({ slug }) => slug === 'general')!.id;
  for (const text of ['one', 'two', 'three']) await hers.post('/api/messages', { chatId, text });

  await page.goto(workspace.at('/admin'));
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  const messages = page.getByRole('img', { name: /^Messages a day: Today \d+, at most \d+\.$/ });
  await expect(messages).toBeVisible();
  const { users } = await hers.get<Counted>('/api/admin/stats?days=30');
  expect(users.active).toBeGreaterThan(1);
  const people = `${users.active} active, ${users.suspended} suspended`;
  await expect(page.getByText(people)).toBeVisible();
  await look(page, 'console-dashboard');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('radio', { name: '30 days' }));
  await keys.press('ArrowLeft');
  await expect(page).toHaveURL(/\/admin\/dashboard\?period=week$/);
  await keys.tabTo(page.getByText('Show as a table').first());
  await keys.mustSeeFocus();
  await keys.press('Enter');
  await expect(page.getByRole('region', { name: 'Messages a day' }).getByRole('row')).toHaveCount(
    8,
  );
  await look(page, 'console-dashboard-table');
  await keys.mustHaveBeenAlone();
});

test('an owner lets in only who is invited, and newcomers are told so', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  await page.goto(workspace.at('/admin/settings'));
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.getByLabel('Name of the workspace')).toBeVisible();
  await look(page, 'console-settings');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByLabel('Name of the workspace'));
  await keys.type('Nordlys Studio');
  await keys.tabTo(page.getByRole('radio', { name: 'Everybody' }));
  await keys.press('ArrowDown');
  await keys.tabTo(page.getByLabel('Largest file, MB'));
  await keys.type('much');
  await keys.press('Enter');
  await expect(page.getByText('Enter a number above 0, or nothing.')).toBeVisible();
  await look(page, 'console-settings-refused');
  await keys.press('Control+a');
  await keys.type('20');
  await keys.press('Enter');
  await expect(page.getByText('Saved. It holds everywhere from now on.')).toBeVisible();
  await keys.mustHaveBeenAlone();

  const newcomer = await visit();
  const register = async (path: string, name: string) => {
    await newcomer.goto(workspace.at(path));
    await expect(newcomer.getByText('in the workspace of Nordlys Studio')).toBeVisible();
    await fillRegistration(newcomer, name);
  };
  await register('/register', 'Nils Ek');
  await expect(newcomer.getByText('Accounts are made by invitation here')).toBeVisible();
  await look(newcomer, 'register-by-invitation');
  const hers = await Api.of(page);
  const { items } = await hers.get<{ items: { id: string; slug?: string }[] }>('/api/chats');
  const chatId = items.find(({ slug }) => slug === 'general')!.id;
  const { code } = await hers.post<{ code: string }>(`/api/chats/${chatId}/invites`, {});
  await register(`/register?next=/invite/${code}`, 'Nils Ek');
  await expect(newcomer.getByRole('button', { name: 'Join' })).toBeVisible();
  // As it was, for who comes after.
  await hers.patch('/api/admin/settings', { settings: { registration: 'open' } });
});

test('everybody sees what an owner announces, until they have read it, and what moderators tell them', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  const iris = await workspace.register('Iris Quist');
  const hers = await workspace.enter(iris, '/');
  await expect(hers.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  await page.goto(workspace.at('/admin/announcements'));
  await expect(page.getByRole('heading', { name: 'Nothing was announced yet' })).toBeVisible();
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('button', { name: 'Make an announcement' }));
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What is to be said' })).toBeFocused();
  await keys.type('The server is away on Sunday from 8 to 9.');
  await look(page, 'console-new-announcement');
  await keys.tabTo(page.getByRole('button', { name: 'Announce' }));
  await keys.press('Enter');
  await expect(page.getByRole('row', { name: /away on Sunday/ })).toContainText('Live');
  await keys.mustHaveBeenAlone();
  // Over whichever page, also where that was opened first.
  const heard = page.getByRole('region', { name: 'Announcements' });
  await expect(heard.getByText('away on Sunday')).toBeVisible();
  await look(page, 'console-announcements');

  const said = hers.getByRole('region', { name: 'Announcements' });
  await expect(said.getByText('away on Sunday')).toBeVisible();
  const api = await Api.of(page);
  await api.post(`/api/admin/users/${iris.id}/warn`, { reason: 'No advertising here' });
  await expect(said.getByText('A moderator warns you. No advertising here')).toBeVisible();
  await look(hers, 'announced');
  await hers.goto(workspace.at('/settings/profile'));
  await expect(said.getByText('away on Sunday')).toBeVisible();
  await look(hers, 'announced-settings');
  await said.getByRole('button', { name: 'Understood' }).click();
  await expect(said.getByText('advertising')).toHaveCount(0);
  await said.getByRole('button', { name: /^Dismiss: The server is away/ }).click();
  await expect(said).toHaveCount(0);
  await hers.goto(workspace.at('/'));
  await expect(hers.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  await page.getByRole('row', { name: /away on Sunday/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take down' }).click();
  await expect(page.getByRole('row', { name: /away on Sunday/ })).toContainText('Over');
  await expect(said).toHaveCount(0);
});

test('an owner says for how long messages are kept, and members see it', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  const hers = await Api.of(page);
  const { items } = await hers.get<{ items: { id: string; slug?: string }[] }>('/api/chats');
  const chatId = items.find(({ slug }) => slug === 'general')!.id;
  await page.goto(workspace.at('/admin/retention'));
  await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible();
  const days = page.getByLabel('Days that messages are kept');
  await expect(days).toBeVisible();
  await expect(page.getByText('All chats keep their messages for the same time')).toBeVisible();
  await look(page, 'console-retention');

  const keys = await Keys.of(page);
  await keys.tabTo(days);
  await keys.type('365');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Nothing is that old now.')).toBeVisible();
  await look(page, 'console-retention-asked');
  await keys.tabTo(dialog.getByRole('button', { name: 'Save' }));
  await keys.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();

  await keys.tabTo(page.getByRole('button', { name: 'Add a chat' }));
  await keys.press('Enter');
  await keys.tabTo(dialog.getByLabel('Group or channel'));
  await keys.type('gen');
  await keys.tabTo(dialog.getByLabel('Days that messages are kept'));
  await keys.type('30');
  await keys.press('Enter');
  await expect(dialog.getByText('Nothing is that old now.')).toBeVisible();
  await look(page, 'console-retention-chat');
  await keys.press('Enter');
  await expect(page.getByRole('row', { name: /General.*for 30 days/ })).toBeVisible();

  await keys.tabTo(page.getByRole('button', { name: 'Remove now' }));
  await keys.press('Enter');
  await keys.tabTo(dialog.getByLabel('Type “remove” to confirm'));
  await keys.type('remove');
  await look(page, 'console-retention-purge');
  const runs = async () => (await hers.get<Retained>('/api/admin/retention')).lastRun?.startedAt;
  const before = await runs();
  await keys.press('Enter');
  await expect.poll(runs).not.toBe(before);
  await expect(page.getByText(/: nothing was that old\.$/)).toBeVisible();
  await look(page, 'console-retention-set');
  await keys.mustHaveBeenAlone();

  await page.goto(workspace.at(`/c/${chatId}`));
  await expect(page.getByText('Messages are kept for 30 days.')).toBeVisible();
  await look(page, 'details-kept-for');
});
