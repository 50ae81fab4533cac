import { Api } from './api.js';
import { Conversation } from './conversation.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

test('the directory leads to people and channels, by keys alone', async ({ arrive }) => {
  const hers = await Api.of(await arrive('Mira Okafor'));
  const slug = `design-${process.pid}`;
  const topic = 'Tokens, type and taste';
  await hers.post('/api/chats', { type: 'channel', name: 'Design studio', slug, topic });
  const ada = await arrive('Ada Lindqvist');
  const keys = await Keys.of(ada);
  const chat = new Conversation(ada);

  await keys.goTo('directory', 'Directory');
  await expect(ada.getByLabel('Find people')).toBeFocused();
  const card = ada.getByRole('button', { name: 'Mira Okafor: who they are' }).first();
  await keys.type('mira');
  await expect(card).toBeVisible();
  await look(ada, 'directory-people');
  await keys.tabTo(card);
  await keys.press('Enter');
  await expect(ada.getByRole('button', { name: 'Block' })).toBeVisible();
  await keys.mustSeeFocus();
  await look(ada, 'person-card');
  await keys.press('Escape');
  await expect(card).toBeFocused();
  await keys.press('Tab', 'Enter');
  await expect(ada.getByRole('heading', { level: 1, name: 'Mira Okafor' })).toBeVisible();
  await expect(chat.composer).toBeFocused();

  await keys.goTo('directory', 'Directory');
  await expect(ada.getByLabel('Find people')).toBeFocused();
  await keys.tabBackTo(ada.getByRole('tab', { name: 'People' }));
  await keys.press('ArrowRight');
  await expect(ada).toHaveURL(/\/directory\/channels$/);
  await expect(ada).toHaveTitle('Channels · Directory · Parley');
  await keys.tabTo(ada.getByLabel('Find channels'));
  await keys.type('design');
  await expect(ada.getByText('Tokens, type and taste').first()).toBeVisible();
  await look(ada, 'directory-channels');
  await keys.tabTo(ada.getByRole('button', { name: 'Join: Design studio' }).first());
  await keys.press('Enter');
  await expect(ada.getByRole('heading', { level: 1, name: 'Design studio' })).toBeVisible();
  await expect(chat.composer).toBeFocused();
  await keys.mustHaveBeenAlone();
});

test('messages, days, members and chats are dealt with by keys alone', async ({ arrive }) => {
  await arrive('Noor Haddad');
  const ada = await arrive('Ada Lindqvist');
  const harbour = { type: 'channel', name: 'Harbour', slug: `harbour-${process.pid}` };
  await (await Api.of(ada)).post('/api/chats', { ...harbour, visibility: 'private' });
  const keys = await Keys.of(ada);
  const chat = new Conversation(ada);
  const dialog = ada.getByRole('dialog');
  const menuItem = (name: string) => ada.getByRole('menuitem', { name });
  await keys.goTo('harb', /Harbour/);
  await expect(chat.composer).toBeFocused();
  await keys.type('First one is drained');
  await keys.press('Enter');
  const row = chat.row('First one');
  const mark = row.getByRole('button', { name: /Stored|Delivered/ });
  await expect(mark).toBeVisible();

  await test.step('who has a message, an answer to it, another text, and the one before', async () => {
    await keys.tabBackTo(row);
    await keys.tabTo(mark);
    await keys.press('Enter');
    await expect(dialog.getByText('Nobody has opened it yet')).toBeVisible();
    await keys.press('Escape');
    await expect(mark).toBeFocused();
    await keys.tabTo(row.getByRole('button', { name: 'Reply' }));
    await keys.press('Enter');
    await expect(ada.getByText('Reply to Ada Lindqvist')).toBeVisible();
    await expect(chat.composer).toBeFocused();
    await keys.press('Escape');
    await expect(ada.getByText('Reply to Ada Lindqvist')).toBeHidden();
    await keys.tabBackTo(row);
    await keys.tabTo(row.getByRole('button', { name: 'Edit', exact: true }));
    await keys.press('Enter');
    await expect(ada.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
    await keys.press('End');
    await keys.type(' and back');
    await keys.press('Enter');
    const edited = row.getByRole('button', { name: /edited/i });
    await expect(edited).toBeVisible();
    await expect(chat.composer).toBeFocused();
    await keys.tabBackTo(edited);
    await keys.press('Enter');
    await expect(dialog.getByText('First one is drained', { exact: true })).toBeVisible();
    await keys.press('Escape');
    await expect(edited).toBeFocused();
  });

  await test.step('a day', async () => {
    await keys.tabBackTo(ada.getByRole('button', { name: 'Today' }));
    await keys.press('Enter');
    await expect(dialog.getByLabel('Date')).toBeFocused();
    await keys.press('Enter');
    await expect(ada).toHaveURL(/\/c\/[^/]+\/\d+$/);
    await expect(dialog).toHaveCount(0);
    await keys.mustSeeFocus();
  });

  await test.step('the details where they lie over the conversation, and back', async () => {
    const details = ada.getByRole('button', { name: 'Details' });
    await ada.setViewportSize({ width: 900, height: 900 });
    await expect(ada.getByRole('complementary')).toHaveCount(0);
    await keys.tabBackTo(details);
    await keys.press('Enter');
    await expect(ada.getByRole('button', { name: 'Close' })).toBeFocused();
    await keys.press('Escape');
    await expect(details).toBeFocused();
    await ada.setViewportSize({ width: 1440, height: 900 });
  });

  const more = ada.getByRole('button', { name: 'Noor Haddad: role and membership' });
  await test.step('a member comes, rises and goes', async () => {
    const add = ada.getByRole('button', { name: 'Add people' });
    await keys.tabTo(add, 30);
    await keys.press('Enter');
    await expect(dialog.getByLabel('Find people')).toBeFocused();
    await keys.type('noor');
    const noor = dialog.getByRole('checkbox', { name: 'Noor Haddad' });
    await keys.tabTo(noor);
    await keys.press('Space');
    await keys.tabTo(dialog.getByRole('button', { name: 'Add', exact: true }));
    await keys.press('Enter');
    await expect(add).toBeFocused();
    await keys.tabBackTo(more);
    await keys.press('Enter');
    await expect(menuItem('Make owner')).toBeFocused();
    await keys.press('ArrowDown');
    await expect(menuItem('Make admin')).toBeFocused();
    await keys.press('Enter');
    await expect(ada.getByRole('complementary').getByText('admin', { exact: true })).toBeVisible();
    await expect(more).toBeFocused();
    await keys.press('Enter');
    await expect(menuItem('Make owner')).toBeFocused();
    await keys.press('End');
    await expect(menuItem('Remove from the chat')).toBeFocused();
    await keys.press('Enter');
    await expect(more).toHaveCount(0);
    await keys.mustSeeFocus();
  });

  await test.step('a chat of the list is muted, and a command changes the look', async () => {
    const line = ada.getByRole('navigation').getByRole('link', { name: /Harbour/ });
    await keys.tabBackTo(line, 30);
    await keys.press('Shift+F10');
    await expect(menuItem('Add to favourites')).toBeFocused();
    // A fifth of a second after a letter the next one begins another word.
    await expect(async () => {
      await keys.type('mu');
      await expect(menuItem('Mute…')).toBeFocused({ timeout: 1000 });
    }).toPass();
    await keys.press('Enter');
    await expect(menuItem('For an hour')).toBeFocused();
    await keys.press('End', 'Enter');
    await expect(line.getByRole('img', { name: 'Muted' })).toBeVisible();
    await expect(line).toBeFocused();
    await keys.goTo('look: dark', 'Look: dark');
    await expect(ada.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(line).toBeFocused();
  });

  await test.step('the chat goes, and the focus with it to where one is then', async () => {
    await keys.tabTo(ada.getByRole('button', { name: 'Delete for everyone' }), 40);
    await keys.press('Enter');
    await keys.tabTo(dialog.getByRole('button', { name: 'Delete' }));
    await keys.press('Enter');
    await expect(ada.getByRole('link', { name: /Harbour/ })).toHaveCount(0);
    await expect(ada.getByRole('heading', { level: 1, name: 'Chats' })).toBeFocused();
  });
  await keys.mustHaveBeenAlone();
});

test('each section of the settings is reached and used by keys alone', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const keys = await Keys.of(ada);
  const heading = (name: string) => ada.getByRole('heading', { level: 1, name });
  const section = (name: string) => ada.getByRole('link', { name: new RegExp(`^${name}`) });
  const open = async (name: string) => {
    await keys.tabBackTo(section(name), 20);
    await keys.press('Enter');
    await expect(heading(name)).toBeVisible();
  };

  await keys.press('Control+,');
  await expect(heading('Profile')).toBeFocused();
  await keys.tabTo(ada.getByRole('radio', { name: 'Automatic' }));
  await keys.press('ArrowDown');
  await expect(ada.getByRole('radio', { name: 'Do not disturb' })).toBeChecked();

  await open('Writing');
  await keys.tabTo(ada.getByRole('radio', { name: 'Enter', exact: true }));
  await keys.press('ArrowDown');
  await expect(ada.getByRole('radio', { name: 'Ctrl and Enter' })).toBeChecked();

  await open('Privacy');
  const receipts = ada.getByRole('switch', { name: /^Read receipts/ });
  await keys.tabTo(receipts);
  await keys.press('Space');
  await expect(receipts).not.toBeChecked();

  await open('Appearance');
  await keys.tabTo(ada.getByRole('radio', { name: 'As the device' }));
  await keys.press('ArrowRight', 'ArrowRight');
  await expect(ada.locator('html')).toHaveAttribute('data-theme', 'dark');

  await open('Devices');
  await open('Account');
  await keys.tabTo(ada.getByRole('button', { name: 'Sign out everywhere' }), 20);
  await keys.press('Enter');
  await expect(ada.getByRole('dialog')).toBeVisible();
  await keys.press('Escape');
  await expect(ada.getByRole('button', { name: 'Sign out everywhere' })).toBeFocused();

  await open('Language');
  await keys.tabTo(ada.getByRole('combobox', { name: 'Language' }));
  await keys.mustHaveBeenAlone();
  await keys.type('D');
  await expect(ada.locator('html')).toHaveAttribute('lang', 'de');
});
