import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { createChannel, type Conversation } from './conversation.js';
import { letIn } from './invitation.js';
import { glance } from './look.js';
import { expect, test } from './stage.js';

/** Ada's channel with one message that Bob has seen and she has edited. */
async function aChannel(ada: Page, bob: Page): Promise<Conversation> {
  const chat = await createChannel(ada, 'Access');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const [hers, his] = [await Api.of(ada), await Api.of(bob)];
  await letIn(hers, his, chatId);
  await chat.say('first words');
  await chat.edit('first words', 'second words');
  await expect(chat.row('second words').getByText('edited')).toBeVisible();
  return chat;
}

test('menus and dialogs say what they are, and are seen in every theme', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const bob = await arrive('Bob');
  const chat = await aChannel(ada, bob);
  const row = chat.row('second words');
  const [menu, dialog] = [ada.getByRole('menu'), ada.getByRole('dialog')];

  await chat.useTool('second words', 'More', menu);
  await expect(menu).toBeVisible();
  await glance(ada, 'message-menu');
  await ada.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(dialog).toBeVisible();
  await glance(ada, 'delete');
  await ada.keyboard.press('Escape');

  const editor = ada.getByRole('textbox', { name: 'Edit message' });
  await chat.useTool('second words', 'Edit', editor);
  await expect(editor).toBeFocused();
  await glance(ada, 'edit');
  await ada.keyboard.press('Escape');

  await row.getByRole('button', { name: /edited/i }).click();
  await expect(dialog.getByText('first words')).toBeVisible();
  await glance(ada, 'history');
  await ada.keyboard.press('Escape');

  await row.getByRole('button', { name: /Stored|Delivered|Seen/ }).click();
  await expect(dialog.getByText(/Stored|Bob/)).toBeVisible();
  await glance(ada, 'receipts');
  await ada.keyboard.press('Escape');

  await ada.getByRole('button', { name: 'Today' }).click();
  await expect(dialog.getByLabel('Date')).toBeFocused();
  await glance(ada, 'day');
  await ada.keyboard.press('Escape');

  await ada.getByRole('button', { name: /Add people/ }).click();
  await expect(dialog).toBeVisible();
  await glance(ada, 'add-people');
  await ada.keyboard.press('Escape');

  await ada.getByRole('button', { name: /Bob/ }).last().click();
  await expect(menu).toBeVisible();
  await glance(ada, 'role');
});

test('an address that nobody can read leads to the chats, and the console is silent', async ({
  arrive,
}) => {
  const page = await arrive('Ada');
  await page.goto('/c/%E0%A4%A');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
});
