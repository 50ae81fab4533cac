import { Api } from './api.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

test('the directory leads to people and channels, by keys alone', async ({ arrive }) => {
  test.setTimeout(120_000);
  const mira = await arrive('Mira Okafor');
  await expect(mira.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const hers = await Api.of(mira);
  await hers.post('/api/chats', {
    type: 'channel',
    name: 'Design studio',
    slug: `design-${process.pid}`,
    topic: 'Tokens, type and taste',
  });
  const ada = await arrive('Ada Lindqvist');
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();

  await ada.getByRole('button', { name: 'Settings' }).press('Enter');
  await ada.getByRole('menuitem', { name: 'Directory' }).press('Enter');
  const people = ada.getByRole('tabpanel');
  const row = people.locator('[uiListRow]').filter({ hasText: 'Mira Okafor' });
  await expect(row.first().getByText('Online')).toBeAttached();
  await look(ada, 'directory-people');
  await people.getByRole('button', { name: 'Mira Okafor: who they are' }).first().press('Enter');
  await expect(ada.getByRole('button', { name: 'Block' })).toBeVisible();
  await look(ada, 'person-card');
  await ada.keyboard.press('Escape');

  await ada.getByRole('tab', { name: 'People' }).press('ArrowRight');
  await expect(ada).toHaveURL(/\/directory\/channels$/);
  await expect(ada).toHaveTitle('Channels · Directory · Parley');
  await ada.getByLabel('Find channels').fill('design');
  await expect(ada.getByText('Tokens, type and taste').first()).toBeVisible();
  await look(ada, 'directory-channels');
  await ada.getByRole('button', { name: 'Join: Design studio' }).first().press('Enter');
  await expect(ada.getByRole('heading', { level: 1, name: 'Design studio' })).toBeVisible();
});
