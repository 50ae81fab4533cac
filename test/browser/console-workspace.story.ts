import { Api } from './api.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, test } from './stage.js';

test('an owner sees how much there is, as a picture and as a table', async ({ stage, visit }) => {
  const workspace = await OwnWorkspace.found(stage, visit, 'console-dashboard');
  const page = workspace.owner;
  await workspace.register('Ada Lindqvist');
  const hers = await Api.of(page);
  const { items } = await hers.get<{ items: { id: string; slug?: string }[] }>('/api/chats');
  const chatId = items.find(({ slug }) => slug === 'general')!.id;
  for (const text of ['one', 'two', 'three']) await hers.post('/api/messages', { chatId, text });

  await page.goto(workspace.at('/admin'));
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  const messages = page.getByRole('img', { name: /^Messages a day: Today \d+, at most \d+\.$/ });
  await expect(messages).toBeVisible();
  await expect(page.getByText('2 active, 0 suspended')).toBeVisible();
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
  await workspace.stop();
});
