import type { Locator } from '@playwright/test';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { glance, look } from './look.js';
import { expect, test } from './stage.js';

test('the doors look right everywhere', async ({ page, stage }) => {
  await page.goto(`${stage.server.url}/sign-in`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await look(page, 'sign-in');
  await page.goto(`${stage.server.url}/register`);
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await look(page, 'register');
  await page.goto(`${stage.server.url}/invite/unknown`);
  await expect(page.getByText('No such invitation')).toBeVisible();
  await look(page, 'invite-unknown');
});

test('the shell looks right everywhere', async ({ register }) => {
  const ada = await register('Ada Lindqvist');
  await expect(ada.getByRole('heading', { name: /^Welcome to/ })).toBeVisible();
  await expect(ada.getByRole('link', { name: /Say hello/ })).toBeVisible();
  await look(ada, 'first-run');
  await ada.getByRole('button', { name: 'Got it' }).click();
  await expect(ada.getByText('Pick a conversation')).toBeVisible();
  await ada.reload();
  await expect(ada.getByText('Pick a conversation')).toBeVisible();
  await expect(ada.getByRole('heading', { name: /^Welcome to/ })).toHaveCount(0);
  await look(ada, 'no-chat');
  for (const name of ['Release crew', 'Design studio', 'Friday runners'])
    await createChannel(ada, name);
  await ada.keyboard.press('Control+k');
  await expect(ada.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await look(ada, 'switcher');
  await ada.keyboard.type('re');
  await expect(ada.getByRole('option', { name: /Release crew/ })).toBeVisible();
  await glance(ada, 'switcher-found');
  await ada.keyboard.press('Escape');
  await ada.getByRole('link', { name: /Design studio/ }).click({ button: 'right' });
  await expect(ada.getByRole('menu')).toBeVisible();
  await glance(ada, 'row-menu');
  await ada.getByRole('menuitem', { name: 'Add to favourites' }).click();
  await expect(ada.getByRole('button', { name: /^Favourites/ })).toBeVisible();
  await ada.getByRole('button', { name: 'Settings' }).click();
  await ada.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(ada.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look(ada, 'shortcuts');
  // Longer than the page: it keeps off all edges, and is scrolled.
  await ada.setViewportSize({ width: 390, height: 500 });
  const place = async () => {
    const { x, y, height } = (await ada.locator('.ui-dialog-panel').boundingBox())!;
    return [x, y, height];
  };
  await expect.poll(place).toEqual([16, 16, 468]);
});

test('the chat looks right everywhere', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const chat = await createChannel(ada, 'Release crew');
  await look(ada, 'chat-empty');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  await letIn(hers, his, chatId);
  await hers.put(`/api/chats/${chatId}`, { topic: 'Rolling out 2.4 today' });
  await his.post('/api/messages', {
    chatId,
    text: 'Release notes are final. The upgrade path is one line now: `parley upgrade --to 2.4`',
  });
  await his.post('/api/messages', { chatId, text: 'Спасибо · 謝謝 · شكرا 🎉' });
  await chat.send(
    'Yes. First one is drained and back, 0 lost:\n```\ngateway-1 drained 412 sockets 1.1 s\nchat-1    drained   0 in flight\n```',
  );
  await chat.say('Rolling the second node now');
  await expect(chat.row('Спасибо')).toBeVisible();
  await look(ada, 'chat');
  await ada.getByRole('button', { name: 'New chat' }).first().click();
  await expect(ada.getByRole('dialog')).toBeVisible();
  await look(ada, 'new-chat');
});

test('a long name leaves room for what stands beside it', async ({ arrive }) => {
  const ada = await arrive(`Ada ${'W'.repeat(76)}`);
  const chat = await createChannel(ada, 'Long names');
  await chat.say('hello');
  for (const width of [1440, 390]) {
    await ada.setViewportSize({ width, height: 844 });
    await expect(chat.row('hello').locator('header time')).toBeInViewport({ ratio: 1 });
  }
});

test('in a very narrow window nothing is cut off', async ({ arrive }) => {
  const ada = await arrive('Ada');
  const hidden = (place: Locator) => place.evaluate((e) => e.scrollWidth - e.clientWidth);
  // As a page of 1280 at 400 %.
  await ada.setViewportSize({ width: 320, height: 800 });
  await ada.getByRole('button', { name: 'New chat' }).first().click();
  await expect.poll(() => hidden(ada.getByRole('dialog').locator('.content'))).toBe(0);

  await ada.evaluate(() => localStorage.setItem('parley.language', 'de'));
  await ada.goto('/settings/appearance');
  await expect(ada.getByRole('heading', { level: 1, name: 'Aussehen' })).toBeVisible();
  expect(await hidden(ada.getByRole('main'))).toBe(0);
});
