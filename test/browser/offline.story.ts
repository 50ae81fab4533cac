import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { Line } from './line.js';
import { glance, look } from './look.js';
import { expect, test } from './stage.js';

test('twenty messages typed offline survive a reload and arrive once, in order', async ({
  arrive,
}) => {
  const ada = await arrive('Ada');
  const line = await Line.of(ada);
  const chat = await createChannel(ada, 'Tunnel');
  await chat.say('before the tunnel');

  line.cut();
  line.drop();
  await ada.context().setOffline(true);
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  for (let n = 1; n <= 20; n++) await chat.send(`message ${n} of 20`);
  await expect(ada.getByText(/20 messages will be sent, in order/)).toBeVisible();
  await look(ada, 'offline');

  // The page itself comes from the server, so the line to it is back while the API is not.
  await line.reopen(ada);
  await expect(ada.getByText(/20 queued/)).toBeVisible();

  line.mend();
  await expect(ada.getByText(/all sent/)).toBeVisible();
  await mustShowAllOnce(ada);

  await mustBeStoredOnce(ada);
});

test('what waits can be rewritten and discarded by keys, and only what is left is sent', async ({
  arrive,
}) => {
  const ada = await arrive('Ada');
  const line = await Line.of(ada);
  const chat = await createChannel(ada, 'Second thoughts');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const bob = await arrive('Bob');
  await letIn(await Api.of(ada), await Api.of(bob), chatId);
  await chat.say('before the tunnel');

  line.cut();
  line.drop();
  await ada.context().setOffline(true);
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  for (const text of ['first', 'second', 'third']) await chat.send(text);
  const editor = ada.getByRole('textbox', { name: 'Edit message' });

  await test.step('the last one, from the composer', async () => {
    await chat.composer.press('ArrowUp');
    await expect(editor).toHaveValue('third');
    await editor.press('Escape');
    await expect(chat.composer).toBeFocused();
  });
  await test.step('another one, from its row', async () => {
    await chat.row('third').focus();
    await ada.keyboard.press('ArrowUp');
    await expect(chat.row('second')).toBeFocused();
    await glance(ada, 'queued-tools');
    await ada.keyboard.press('Tab');
    await expect(chat.row('second').getByRole('button', { name: 'Edit' })).toBeFocused();
    await ada.keyboard.press('Enter');
    await editor.fill('second, thought over');
    await editor.press('Enter');
    await expect(chat.row('second, thought over')).toBeVisible();
  });
  await test.step('or not at all', async () => {
    await chat.row('third').focus();
    await ada.keyboard.press('Tab');
    await ada.keyboard.press('Tab');
    await expect(chat.row('third').getByRole('button', { name: 'Discard' })).toBeFocused();
    await ada.keyboard.press('Enter');
    await expect(chat.row('third')).toHaveCount(0);
    await expect(ada.getByText(/2 messages will be sent, in order/)).toBeVisible();
  });

  await ada.context().setOffline(false);
  line.mend();
  await expect(ada.getByText(/all sent/)).toBeVisible();
  await bob.goto(`/c/${chatId}`);
  const his = new Conversation(bob);
  await expect(his.row('second, thought over')).toBeVisible();
  // The end of a chat is drawn first.
  const said = ['before the tunnel', 'first', 'second, thought over'];
  await expect(his.timeline.locator('ui-message-row .words')).toHaveText(said);
});

const expected = Array.from({ length: 20 }, (_, i) => `message ${i + 1} of 20`);

async function mustShowAllOnce(page: Page): Promise<void> {
  const rows = page.getByRole('log').locator('ui-message-row');
  await expect(rows.filter({ hasText: 'message 20 of 20' })).toHaveCount(1);
  await expect(async () => {
    const texts = await rows.locator('.words').allInnerTexts();
    const shown = texts.map((text) => /message \d+ of 20/.exec(text)?.[0]).filter(Boolean);
    // The timeline keeps only the rows near the screen: what is there is in order, each once.
    expect(shown).toEqual(expected.slice(-shown.length));
  }).toPass({ timeout: 60_000 });
}

async function mustBeStoredOnce(page: Page): Promise<void> {
  const chatId = new URL(page.url()).pathname.split('/')[2]!;
  const path = `/api/messages/${chatId}?limit=100`;
  const { items } = await (await Api.of(page)).get<{ items: { text: string }[] }>(path);
  const texts = items.map(({ text }) => text).filter((text) => text.includes('of 20'));
  expect(texts).toEqual(expected);
}
