import { Conversation } from './conversation.js';
import { expect, test } from './stage.js';

test('one can chat by keyboard alone', async ({ arrive }) => {
  const ada = await arrive('Ada');
  const keys = ada.keyboard;
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const kept = await ada.evaluate(() => localStorage.getItem('parley-profile'));
  const { username } = JSON.parse(kept ?? '') as { username: string };
  await ada.context().clearCookies();
  await ada.goto('/');
  await expect(ada.getByRole('button', { name: 'Sign in' })).toBeVisible();

  await ada.getByLabel('E-mail or username').focus();
  await keys.type(username);
  await keys.press('Tab');
  await keys.type('correct horse battery');
  await keys.press('Enter');
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();

  await keys.press('Control+k');
  await expect(ada.getByRole('combobox', { name: 'Find or jump to' })).toBeFocused();
  await keys.type('notes');
  await expect(ada.getByRole('option', { name: 'Notes to self' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keys.press('Enter');
  const chat = new Conversation(ada);
  await expect(chat.composer).toBeFocused();

  await keys.type('milk and bread');
  await keys.press('Enter');
  await expect(chat.row('milk and bread').getByRole('button', { name: /Stored/ })).toBeVisible();

  await keys.press('ArrowUp');
  await expect(ada.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
  await keys.press('Control+a');
  await keys.type('milk, bread, salt');
  await keys.press('Enter');
  await expect(chat.row('milk, bread, salt').getByText('edited')).toBeVisible();
  await expect(chat.composer).toBeFocused();

  // Back into the timeline: its last row is in the order of Tab, and its tools follow it.
  for (let n = 0; n < 12 && !(await isInRow()); n++) await keys.press('Shift+Tab');
  expect(await isInRow()).toBe(true);
  const more = ada.getByRole('button', { name: 'More' });
  for (let n = 0; n < 6 && !(await isFocused(more)); n++)
    await keys.press((await isInRow()) ? 'Tab' : 'Shift+Tab');
  await expect(more).toBeFocused();
  await keys.press('Enter');
  await expect(ada.getByRole('menu')).toBeVisible();
  await keys.press('End');
  await expect(ada.getByRole('menuitem', { name: 'Delete…' })).toBeFocused();
  await keys.press('Enter');
  const dialog = ada.getByRole('dialog');
  const forAll = dialog.getByRole('button', { name: 'For everyone' });
  await expect(dialog).toBeVisible();
  for (let n = 0; n < 6 && !(await isFocused(forAll)); n++) await keys.press('Tab');
  await keys.press('Enter');
  await expect(chat.timeline.getByText('This message was deleted')).toBeVisible();

  function isInRow(): Promise<boolean> {
    return ada.evaluate(() => document.activeElement?.closest('app-timeline-row') !== null);
  }

  function isFocused(button: typeof more): Promise<boolean> {
    return button.evaluate((element) => element === document.activeElement);
  }
});
