import { hostileTexts } from '@app/contracts/testing';
import { Api } from './api.js';
import { expect, test } from './stage.js';

test('hostile texts, names and topics are shown and do nothing', async ({ arrive, stage }) => {
  const ada = await arrive('Ada');
  await expect(ada.getByRole('button', { name: 'New chat' }).first()).toBeVisible();
  const api = await Api.of(ada);
  const foreign: string[] = [];
  ada.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(stage.server.url) && !url.startsWith('blob:')) foreign.push(url);
  });
  expect(hostileTexts.length).toBeGreaterThanOrEqual(50);
  const [first = ''] = hostileTexts;
  const chat = await api.post<{ id: string }>('/api/chats', {
    type: 'channel',
    slug: 'hostile',
    name: first.slice(0, 80),
    topic: first.slice(0, 250),
  });
  for (const text of hostileTexts) await api.post('/api/messages', { chatId: chat.id, text });

  await ada.goto(`/c/${chat.id}`);
  const scroller = ada.getByRole('log');
  await expect(scroller.locator('ui-message-row').first()).toBeVisible();
  // Every one of them passes through the screen: the timeline draws only what is near it.
  const drawn = new Set<string>();
  await ada.mouse.move(800, 400);
  await expect(async () => {
    for (const words of await scroller.locator('[data-row]').allInnerTexts()) drawn.add(words);
    await ada.mouse.wheel(0, -300);
    await expect(scroller.getByText('Ada created the channel')).toBeVisible({ timeout: 50 });
  }).toPass({ timeout: 45_000, intervals: [20] });
  expect(drawn.size).toBeGreaterThan(50);

  for (const link of await ada.locator('a[href]').all()) {
    const { protocol } = new URL((await link.getAttribute('href'))!, ada.url());
    expect(['http:', 'https:', 'mailto:']).toContain(protocol);
  }
  expect(
    await scroller.locator('script, iframe, object, embed, img, svg[onload], form').count(),
  ).toBe(0);
  expect(
    await ada.evaluate(() => Object.keys(globalThis).filter((name) => name === 'pwned')),
  ).toEqual([]);
  expect(foreign).toEqual([]);
});
