import type { Page } from '@playwright/test';
import { hostileTexts } from '@app/contracts/testing';
import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { expect, test, type Arrive, type Stage } from './stage.js';

/** Somebody's page, which notes what it asks others for. */
async function aWatchedPage(arrive: Arrive, stage: Stage): Promise<{ ada: Page; api: Api }> {
  const ada = await arrive('Ada');
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

/** What is accepted; null: the server refused it, which is an answer as well. */
async function ifAccepted<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    // A name that turns text around, or an address that is none.
    if (!(error instanceof Error && error.message.includes(': 422 '))) throw error;
    return null;
  }
}

/** As a browser hands over what was copied from a page. */
function paste(field: Element, html: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', html);
  clipboardData.setData('text/html', `<b>x</b>${html}`);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
}

const inTens = (texts: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(texts.length / 10) }, (_, n) => texts.slice(n * 10, n * 10 + 10));

const oneLine = (text: string, length: number): string =>
  text.replace(/\s+/g, ' ').slice(0, length);

test('hostile messages are shown and do nothing', async ({ arrive, stage }) => {
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

test('hostile names, topics and addresses are shown and do nothing', async ({ arrive, stage }) => {
  const { ada, api } = await aWatchedPage(arrive, stage);
  const me = await api.get<{ id: string }>('/api/auth/me');
  const hostile = new Conversation(ada);
  await createChannel(ada, 'Topics');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  let named = 0;
  for (const [index, text] of hostileTexts.entries()) {
    const channel = { type: 'channel', slug: `hostile-${index}`, name: oneLine(text, 80) };
    if (await ifAccepted(api.post('/api/chats', channel))) named++;
    const slug = { type: 'channel', slug: text.slice(0, 64), name: 'x' };
    expect(await ifAccepted(api.post('/api/chats', slug)), text).toBeNull();
    await ifAccepted(api.put(`/api/chats/${chatId}`, { topic: text.slice(0, 250).trim() }));
    await ifAccepted(api.put(`/api/users/${me.id}`, { name: oneLine(text, 80) }));
  }
  expect(named).toBeGreaterThan(90);
  await expect(ada.locator('app-chat-list a').nth(50)).toBeAttached();
  await expectInert(ada);
  await ada.reload();
  await expect(hostile.composer).toBeVisible();
  await expectInert(ada);
});

test('hostile texts in the search and in a paste do nothing', async ({ arrive, stage }) => {
  const { ada } = await aWatchedPage(arrive, stage);
  const { composer } = await createChannel(ada, 'Fields');
  // Some at a time: all of them in one draft would be drawn again with each that comes.
  for (const texts of inTens(hostileTexts)) {
    for (const text of texts) await composer.evaluate(paste, text);
    await expect(composer).toHaveValue(/\*\*x\*\*/);
    await expectInert(ada);
    await composer.fill('');
  }
  await ada.keyboard.press('ControlOrMeta+k');
  const search = ada.getByRole('dialog').getByRole('combobox');
  for (const text of hostileTexts) await search.fill(text.slice(0, 300));
  await expectInert(ada);
});
