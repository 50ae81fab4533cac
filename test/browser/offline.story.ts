import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { Line } from './line.js';
import { glance } from './look.js';
import { expect, test } from './stage.js';

test('twenty messages typed offline survive a reload and arrive once, in order', async ({
  arrive,
}) => {
  const ada = await arrive('Ada');
  const line = await Line.of(ada);
  const chat = await createChannel(ada, 'Tunnel');
  await chat.say('before the tunnel');

  line.cut();
  await ada.context().setOffline(true);
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  for (let n = 1; n <= 20; n++) await chat.send(`message ${n} of 20`);
  await expect(ada.getByText(/20 messages will be sent, in order/)).toBeVisible();
  await glance(ada, 'offline');

  // The page itself comes from the server, so the line to it is back while the API is not.
  await ada.context().setOffline(false);
  await ada.reload();
  await expect(ada.getByText(/20 queued/)).toBeVisible();

  line.mend();
  await expect(ada.getByText(/all sent/)).toBeVisible();
  await mustShowAllOnce(ada);

  await mustBeStoredOnce(ada);
});

const expected = Array.from({ length: 20 }, (_, i) => `message ${i + 1} of 20`);

async function mustShowAllOnce(page: Page): Promise<void> {
  const rows = page.getByRole('log').locator('ui-message-row');
  await expect(rows.filter({ hasText: 'message 20 of 20' })).toHaveCount(1);
  const texts = await rows.locator('.words').allInnerTexts();
  const shown = texts.map((text) => /message \d+ of 20/.exec(text)?.[0]).filter(Boolean);
  // The timeline keeps only the rows near the screen: what is there is in order, each once.
  expect(shown).toEqual(expected.slice(-shown.length));
}

async function mustBeStoredOnce(page: Page): Promise<void> {
  const chatId = new URL(page.url()).pathname.split('/')[2]!;
  const path = `/api/messages/${chatId}?limit=100`;
  const { items } = await (await Api.of(page)).get<{ items: { text: string }[] }>(path);
  const texts = items.map(({ text }) => text).filter((text) => text.includes('of 20'));
  expect(texts).toEqual(expected);
}
