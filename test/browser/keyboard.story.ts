import { Conversation } from './conversation.js';
import { usernameOf } from './device.js';
import { Keys } from './keys.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

test('one can chat by keyboard alone', async ({ arrive }) => {
  const ada = await arrive('Ada');
  const username = await usernameOf(ada);
  await ada.context().clearCookies();
  await ada.goto('/');
  await expect(ada.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const keys = await Keys.of(ada);

  await ada.getByLabel('E-mail or username').focus();
  await keys.type(username);
  await keys.press('Tab');
  await keys.type('correct horse battery');
  await keys.press('Enter');
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();

  await keys.goTo('notes', 'Notes to self');
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
  await keys.tabBackTo(chat.row('milk, bread, salt'));
  await keys.tabTo(ada.getByRole('button', { name: 'More' }));
  await keys.press('Enter');
  await expect(ada.getByRole('menu')).toBeVisible();
  await keys.press('End');
  await expect(ada.getByRole('menuitem', { name: 'Delete…' })).toBeFocused();
  await keys.press('Enter');
  const dialog = ada.getByRole('dialog');
  await keys.tabTo(dialog.getByRole('button', { name: 'For everyone' }));
  await keys.press('Enter');
  await expect(chat.timeline.getByText('This message was deleted')).toBeVisible();
  // Its tools are gone, and the focus with them; the row is still there.
  await expect.poll(isInRow).toBe(true);

  await test.step('to the settings and back', async () => {
    await keys.press('Control+,');
    await expect(ada).toHaveURL(/\/settings/);
    await keys.press('Escape');
    await expect(chat.composer).toBeFocused();
  });

  await test.step('the sheet of keys, which leaves the focus where it was', async () => {
    await keys.press('Shift+Tab');
    const before = await focused();
    await keys.press('?');
    await expect(ada.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await keys.press('Escape');
    await expect(ada.getByRole('dialog')).toHaveCount(0);
    await expect.poll(focused).toBe(before);
  });

  await test.step('a channel by a command, and a link into it', async () => {
    await keys.press('Control+k');
    await expect(ada.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await keys.type('new chat');
    await keys.press('Enter');
    await expect(ada.getByRole('dialog', { name: 'New chat' })).toBeVisible();
    await keys.mustSeeFocus();
    await keys.tabTo(ada.getByRole('radio', { name: 'Direct' }));
    await keys.press('ArrowRight');
    await keys.press('ArrowRight');
    await keys.tabTo(ada.getByLabel('Name of the channel'));
    await keys.type('Kitchen');
    await keys.press('Enter');
    await expect(ada.getByRole('heading', { level: 1, name: 'Kitchen' })).toBeVisible();
    await expect(chat.composer).toBeFocused();
    await keys.tabTo(ada.getByRole('button', { name: 'Make a link' }), 20);
    await keys.press('Enter');
    await expect(ada.getByLabel('Invite link')).toBeFocused();
    await expect(ada.getByLabel('Invite link')).toHaveValue(/\/invite\//);
  });

  await test.step('from chat to chat, and out', async () => {
    await keys.press('Alt+ArrowUp');
    await expect(ada.getByRole('heading', { level: 1, name: 'Kitchen' })).toHaveCount(0);
    await expect(chat.composer).toBeFocused();
    await keys.press('Control+k');
    await expect(ada.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await keys.press('Escape');
    await expect(chat.composer).toBeFocused();
    await keys.mustHaveBeenAlone();
    // Without waiting for the dialog: nothing of it may land in the composer.
    await keys.press('Control+k');
    await keys.type('sign out');
    await expect(ada.getByRole('dialog').getByRole('combobox')).toHaveValue('sign out');
    await keys.press('Enter');
    await expect(ada.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  function focused(): Promise<string> {
    return ada.evaluate(() => {
      const { activeElement } = document;
      const name = activeElement?.getAttribute('aria-label') ?? activeElement?.id ?? '';
      return `${activeElement?.localName ?? ''} ${name}`.trim();
    });
  }

  function isInRow(): Promise<boolean> {
    return ada.evaluate(() => document.activeElement?.closest('app-timeline-row') !== null);
  }
});
