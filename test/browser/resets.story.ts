import { Api } from './api.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, test } from './stage.js';

test('who has forgotten a password chooses another one by the link of an admin', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const { id, username } = await workspace.register('Runa Falk');
  const olga = await Api.of(workspace.owner);
  const { path } = await olga.post<{ path: string }>(`/api/admin/users/${id}/reset-link`, {});

  const page = await visit();
  await page.goto(workspace.at(path));
  const field = page.getByLabel('New password');
  const save = page.getByRole('button', { name: 'Save the password' });
  await expect(page).toHaveTitle('Choose a password · Parley');
  await look(page, 'reset');
  await field.fill(`${username}@parley.example`);
  await save.click();
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('another horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await look(page, 'reset-done');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail or username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill('another horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();

  await page.goto(workspace.at(path));
  await field.fill('a third horse battery');
  await save.click();
  await expect(page.getByText('This link no longer works.')).toBeVisible();
  await look(page, 'reset-gone');
});
