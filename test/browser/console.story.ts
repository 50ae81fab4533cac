import { readFile } from 'node:fs/promises';
import { Api } from './api.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, test } from './stage.js';

test('an owner deals with people by keys alone, and sees at once what became of them', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  const ada = await workspace.register('Ada Lindqvist');
  const adam = await workspace.register('Adam Marsh');
  for (const name of ['Chen Yijun', 'Mira Okafor', 'Noor Haddad']) await workspace.register(name);
  const keys = await Keys.of(page);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  const box = (name: string) => page.getByRole('checkbox', { name: `Choose ${name}` });
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await keys.goTo('console', 'Console of the workspace');
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await keys.tabTo(page.getByRole('link', { name: 'People' }));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(row('Noor Haddad')).toContainText('Active');
  await keys.tabTo(box('Ada Lindqvist'));
  await keys.press('Space', 'ArrowDown', 'Space');
  await expect(row('Adam Marsh')).toHaveAttribute('aria-selected', 'true');
  await keys.mustSeeFocus();
  await look(page, 'console-people');

  await keys.tabTo(button('Suspend'));
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Suspend: 2 people?' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await look(page, 'console-suspend');
  await keys.type('Left the company');
  await keys.press('Enter');
  await expect(row('Ada Lindqvist')).toContainText('Suspended');
  await expect(row('Adam Marsh')).toContainText('Suspended');
  expect([await workspace.tryToSignIn(ada), await workspace.tryToSignIn(adam)]).toEqual([403, 403]);

  await keys.tabBackTo(page.getByRole('searchbox', { name: 'Find people' }));
  await keys.type('adam');
  await expect(page).toHaveURL(/\/admin\/people\?q=adam$/);
  await expect(row('Ada Lindqvist')).toHaveCount(0);
  await keys.tabTo(box('Adam Marsh'));
  await keys.press('ArrowRight', 'Enter');
  const panel = page.getByRole('dialog', { name: 'Adam Marsh' });
  await keys.tabTo(panel.getByRole('button', { name: 'Restore' }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Restore: Adam Marsh?' })).toBeVisible();
  await keys.press('Enter');
  await expect(panel).toContainText('Active');
  expect(await workspace.tryToSignIn(adam)).toBe(200);
  await keys.tabTo(panel.getByRole('button', { name: 'Make a link for a new password' }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: /^A link for a new password/ })).toBeVisible();
  await keys.press('Enter');
  await expect(panel.getByText(/\/reset\/[\w-]{16}/)).toBeVisible();
  await look(page, 'console-account');
  await keys.press('Escape');
  await expect(page.getByRole('gridcell', { name: /^Adam Marsh/ })).toBeFocused();
  await expect(row('Adam Marsh')).toContainText('Active');
  await keys.mustHaveBeenAlone();
});

test('the console is for those who run the workspace, and for nobody else', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = await workspace.enter(await workspace.register('Rita Voss'), '/admin');
  await expect(page.getByRole('heading', { name: 'This is not for you' })).toBeVisible();
  await look(page, 'console-refused');
  await page.getByRole('main').getByRole('button', { name: 'Back to the chats' }).click();
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('menuitem', { name: 'All settings' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Console of the workspace' })).toHaveCount(0);
});

test('a moderator deals with what was reported, and the owner reads who did what', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const owner = workspace.owner;
  const mods = await workspace.register('Mona Okello');
  const rolf = await workspace.register('Rolf Marsh');
  const hers = await Api.of(owner);
  await hers.patch(`/api/admin/users/${mods.id}`, { role: 'moderator', reason: 'Helps out' });
  const page = await workspace.enter(rolf, '/');
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const his = await Api.of(page);
  const general = await generalOf(his);
  const again = await say(his, general, 'Gold, once more');
  await hers.post(`/api/messages/${again.id}/report`, { category: 'spam' });
  const { id } = await say(his, general, 'Buy gold, it only goes up');
  await hers.post(`/api/messages/${id}/report`, { category: 'spam', comment: 'Every day' });
  await hers.post(`/api/users/${rolf.id}/report`, { category: 'harassment' });

  const mona = await workspace.enter(mods, '/admin');
  await expect(mona.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();
  await expect(mona.getByRole('link', { name: 'People' })).toHaveCount(0);
  const report = mona.getByRole('row', { name: /Buy gold/ });
  await expect(report).toContainText('Spam · by 1 person');
  await look(mona, 'console-reports');
  const keys = await Keys.of(mona);
  await keys.tabTo(mona.getByRole('gridcell', { name: 'The person', exact: true }));
  await keys.press('ArrowDown', 'Enter');
  const panel = mona.getByRole('dialog', { name: 'Message of Rolf Marsh' });
  await expect(panel).toContainText('Every day');
  await look(mona, 'console-report');
  await keys.tabTo(panel.getByRole('button', { name: 'Delete the message' }));
  await keys.press('Enter');
  await expect(mona.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await keys.type('Advertising');
  await keys.press('Enter');
  await expect(panel).toContainText('Message deleted by Mona Okello');
  await keys.press('Escape');
  await expect(report).toContainText('Message deleted by Mona Okello');

  await keys.press('ArrowUp', 'Enter');
  const person = mona.getByRole('dialog', { name: 'Rolf Marsh', exact: true });
  await keys.tabTo(person.getByRole('button', { name: 'Warn the person' }));
  await keys.press('Enter');
  await expect(mona.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await keys.type('Leave people alone');
  await look(mona, 'console-warn');
  await keys.press('Enter');
  await expect(person).toContainText('Person warned by Mona Okello');
  await keys.press('Escape');
  const told = page.getByRole('region', { name: 'Announcements' });
  await expect(told).toContainText('A moderator warns you. Leave people alone');

  await keys.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(panel).toContainText('Gold, once more');
  await keys.tabTo(panel.getByRole('button', { name: 'Mute the person' }));
  await keys.press('Enter');
  await expect(mona.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await keys.type('Once too often');
  await look(mona, 'console-mute');
  await keys.press('Enter');
  await expect(panel).toContainText('Person muted by Mona Okello');
  await keys.press('Escape');
  await keys.mustHaveBeenAlone();
  await expect(told).toContainText(/keeps you from writing until .* Once too often/);
  await expect(say(his, general, 'Gold!')).rejects.toThrow();

  await owner.goto(workspace.at('/admin/audit'));
  const dealt = owner.getByRole('row', { name: /Dealt with a report Mona Okello/ });
  await expect(dealt).toHaveCount(3);
  await owner.getByRole('button', { name: 'Verify' }).click();
  await expect(owner.getByText(/^Nothing was changed: \d+ entries are/)).toBeVisible();
  await look(owner, 'console-audit');
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.goto(workspace.at('/admin/audit'));
  await expect(owner.getByRole('link', { name: 'Audit log' })).toBeInViewport({ ratio: 1 });
  await owner.setViewportSize({ width: 1440, height: 900 });
  const download = owner.waitForEvent('download');
  await owner.getByRole('button', { name: 'Export' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  expect(JSON.parse(lines[0]!)).toMatchObject({ position: 1, action: 'account.registered' });

  await owner.getByRole('combobox', { name: 'Action' }).selectOption('Gave a role');
  await owner.getByRole('row', { name: /Gave a role/ }).click();
  const entry = owner.getByRole('dialog', { name: 'Gave a role' });
  await expect(entry.getByRole('row', { name: 'role member moderator' })).toBeVisible();
  await expect(entry).toContainText('Helps out');
  await look(owner, 'console-entry');
  await entry.getByRole('button', { name: 'Everything done to this' }).click();
  await expect(owner).toHaveURL(new RegExp(`target=${mods.id}`));
});

test('an owner makes a bot and a token, by which a program speaks until it is revoked', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  await page.goto(workspace.at('/admin/bots'));
  await expect(page.getByRole('heading', { name: 'There is no bot yet' })).toBeVisible();
  await look(page, 'console-no-bots');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('button', { name: 'Make a bot' }));
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await keys.type('Deployments');
  await keys.press('Tab');
  await keys.type('deploys');
  await keys.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Deployments' });
  await keys.tabTo(panel.getByLabel('What it is for'));
  await keys.type('Production');
  await keys.tabTo(panel.getByRole('checkbox', { name: 'Read people' }));
  await keys.press('Space');
  await keys.tabTo(panel.getByRole('button', { name: 'Make the token' }), 20);
  await keys.press('Enter');
  const shown = panel.getByText(/^parley_/);
  await expect(shown).toBeVisible();
  // Longer than the page: its title stays, and the rest scrolls below it.
  await expect(panel.getByRole('heading', { name: 'Deployments' })).toBeInViewport();
  const authorization = `Bearer ${await shown.textContent()}`;
  const ask = () =>
    page.request.fetch(workspace.at('/api/users/search'), { headers: { authorization } });
  expect((await ask()).status()).toBe(200);
  await look(page, 'console-bot');
  await keys.tabBackTo(panel.getByRole('button', { name: 'Revoke: Production' }), 30);
  await keys.press('Enter');
  const question = page.getByRole('dialog', { name: 'Revoke the token: Production?' });
  await keys.tabTo(question.getByRole('button', { name: 'Revoke' }));
  await keys.press('Enter');
  await expect(panel.getByText('It has no token')).toBeVisible();
  expect((await ask()).status()).toBe(401);
  await keys.mustHaveBeenAlone();
});

/** The channel that everybody is in from the start. */
async function generalOf(api: Api): Promise<string> {
  const { items } = await api.get<{ items: { id: string; slug?: string }[] }>('/api/chats');
  return items.find(({ slug }) => slug === 'general')!.id;
}

function say(api: Api, chatId: string, text: string): Promise<{ id: string }> {
  return api.post('/api/messages', { chatId, text });
}
