import { ServerProcess } from '../processes/server-process.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

const password = 'correct horse battery';
const account = (username: string) => ({
  username,
  name: username,
  email: `${username}@parley.example`,
  password,
});

test('who has forgotten a password chooses another one by the link of an admin', async ({
  stage,
  visit,
}) => {
  // A workspace of its own: its first account owns it, and makes links.
  const server = await ServerProcess.start({ MONGODB_URI: stage.mongo.uri('resets') });
  const at = (path: string) => server.url + path;
  const page = await visit();
  const register = async (username: string) => {
    const answer = await page.request.post(at('/api/auth/register'), { data: account(username) });
    return (await answer.json()) as { accessToken: string; user: { id: string } };
  };
  const { accessToken } = await register('olga');
  const { user } = await register('ada');
  const made = await page.request.post(at(`/api/admin/users/${user.id}/reset-link`), {
    headers: { authorization: `Bearer ${accessToken}` },
    data: {},
  });
  const { path } = (await made.json()) as { path: string };

  await page.goto(at(path));
  const field = page.getByLabel('New password');
  const save = page.getByRole('button', { name: 'Save the password' });
  await expect(page).toHaveTitle('Choose a password · Parley');
  await look(page, 'reset');
  await field.fill('ada@parley.example');
  await save.click();
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('another horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await look(page, 'reset-done');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail or username').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('another horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();

  await page.goto(at(path));
  await field.fill('a third horse battery');
  await save.click();
  await expect(page.getByText('This link no longer works.')).toBeVisible();
  await look(page, 'reset-gone');
  await server.stop();
});
