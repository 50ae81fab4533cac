import type { Page } from '@playwright/test';
import { hostileTexts } from '@app/contracts/testing';
import { Api } from './api.js';
import { expect, test, type Arrive, type Stage } from './stage.js';

/** Somebody's page, which notes what it asks others for. */
async function aWatchedPage(arrive: Arrive, stage: Stage): Promise<{ ada: Page; api: Api }> {
  const ada = await arrive('Ada');
  await expect(ada.getByRole('button', { name: 'New chat' }).first()).toBeVisible();
  ada.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(stage.server.url) && !url.startsWith('blob:')) foreign.push(url);
  });
  foreign = [];
  return { ada, api: await Api.of(ada) };
}

let foreign: string[] = [];

/** Nothing of what was shown has run, loads or can be pressed to run. */
async function expectInert(page: Page): Promise<void> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  for (const protocol of hrefs) expect(['http:', 'https:', 'mailto:']).toContain(protocol);
  const runs =
    'app-root :is(script, iframe, object, embed, img, svg[onload], form[action], style, base)';
  expect(await page.locator(runs).count()).toBe(0);
  const names = await page.evaluate(() => Object.keys(globalThis));
  expect(names.filter((name) => name === 'pwned')).toEqual([]);
  expect(foreign).toEqual([]);
}

test('hostile messages are shown and do nothing', async ({ arrive, stage }) => {
  test.setTimeout(120_000);
  const { ada, api } = await aWatchedPage(arrive, stage);
  expect(hostileTexts.length).toBeGreaterThanOrEqual(120);
  const chat = await api.post<{ id: string }>('/api/chats', {
    type: 'channel',
    slug: 'hostile',
    name: 'Hostile',
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
    await ada.mouse.wheel(0, -400);
    await expectInert(ada);
    await expect(scroller.getByText('Ada created the channel')).toBeVisible({ timeout: 50 });
  }).toPass({ timeout: 90_000, intervals: [20] });
  expect(drawn.size).toBeGreaterThan(100);
});
