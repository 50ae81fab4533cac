import { Api } from './api.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, test } from './stage.js';

test('an owner archives, hands over and deletes chats that they are not in, by keys alone', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  const cara = await workspace.register('Cara Lund');
  const dov = await workspace.register('Dov Marsh');
  const hers = await workspace.enter(cara, '/');
  await expect(hers.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const api = await Api.of(hers);
  const { id: chatId } = await api.post<{ id: string }>('/api/chats', {
    type: 'group',
    name: 'Crew of the blue boat',
    memberIds: [dov.id],
  });
  await api.post('/api/chats', { type: 'channel', name: 'Blue news', slug: 'blue-news' });
  await api.post('/api/messages', { chatId, text: 'Nobody is to read this in the console' });

  await page.goto(workspace.at('/admin/chats'));
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  const dialog = (name: string) => page.getByRole('dialog', { name });
  await expect(row('#general')).toContainText('Channel');
  const keys = await Keys.of(page);
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await keys.tabTo(page.getByRole('searchbox', { name: 'Find chats' }));
  await keys.type('blue');
  await expect(page).toHaveURL(/\/admin\/chats\?q=blue$/);
  await expect(row('#general')).toHaveCount(0);
  await keys.tabTo(page.getByRole('checkbox', { name: 'Choose Blue news' }));
  await keys.press('Space', 'ArrowDown', 'Space');
  await expect(row('blue boat')).toHaveAttribute('aria-selected', 'true');
  await look(page, 'console-chats');
  await keys.tabTo(page.getByRole('button', { name: 'Archive', exact: true }));
  await keys.press('Enter');
  await expect(dialog('Archive: 2 chats?')).toBeVisible();
  await expect(reason).toBeFocused();
  await keys.type('The season is over');
  await keys.press('Enter');
  await expect(row('blue boat')).toContainText('Archived');
  await expect(row('Blue news')).toContainText('Archived');
  expect(await api.get(`/api/chats/${chatId}`)).toMatchObject({ isArchived: true });

  await keys.tabBackTo(page.getByRole('checkbox', { name: 'Choose Crew of the blue boat' }));
  await keys.press('ArrowRight', 'Enter');
  const panel = dialog('Crew of the blue boat');
  await expect(panel).toContainText('Cara Lund');
  await expect(page.getByText('Nobody is to read')).toHaveCount(0);
  await look(page, 'console-chat');
  await keys.tabTo(panel.getByRole('button', { name: 'Hand over' }));
  await keys.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Find people' })).toBeFocused();
  await keys.type('dov');
  const heir = dialog('Hand over: Crew of the blue boat');
  await expect(heir.getByRole('button', { name: /Dov Marsh/ })).toBeVisible();
  await look(page, 'console-hand-over');
  await keys.tabTo(heir.getByRole('button', { name: /Dov Marsh/ }));
  await keys.press('Enter');
  await expect(dialog('Hand Crew of the blue boat over to Dov Marsh?')).toBeVisible();
  await expect(reason).toBeFocused();
  await keys.press('Enter');
  await expect(panel).toContainText('Dov Marsh');
  await keys.tabTo(panel.getByRole('button', { name: 'Delete' }));
  await keys.press('Enter');
  await expect(dialog('Delete: Crew of the blue boat?')).toContainText('There is no way back');
  await look(page, 'console-delete-chat');
  await expect(reason).toBeFocused();
  await keys.press('Enter');
  await expect(panel.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await keys.press('Escape');
  await expect(page.getByRole('gridcell', { name: /^Crew of the blue boat/ })).toBeFocused();
  await expect(row('blue boat')).toContainText('Deleted');
  await keys.mustHaveBeenAlone();

  await page.goto(workspace.at(`/admin/audit?target=${chatId}`));
  for (const action of ['Deleted a chat', 'Handed a chat over', 'Archived a chat'])
    await expect(page.getByRole('row', { name: new RegExp(action) })).toContainText('Olga Berg');
});
