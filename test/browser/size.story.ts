import type { Browser, Page } from '@playwright/test';
import { expect, test } from './stage.js';

/**
 * What may cross the line until the first chat stands in the list: page, styles and code, in bytes
 * as they are sent. The font comes meanwhile and is waited for by nothing; answers are data.
 *
 * The goal is 110,000. What goes beyond is the code of an open chat, which `ChatStore` brings with
 * the list; it may only become less.
 */
const BUDGET = 117_500;

/** A round trip: what is asked for when the rows are drawn does not come before they are. */
const LATENCY_MS = 60;

test('a first visit shows the chats within its budget of bytes', async ({
  arrive,
  browser,
  stage,
}) => {
  const ada = await arrive('Ada');
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const page = await aFirstVisit(browser, ada, stage.server.url);
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const loaded = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ responseEnd }) => responseEnd <= (globalThis as { listedAt?: number }).listedAt!)
      .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, encodedBodySize })),
  );
  // A build without `.br` files is sent larger; `npm test` makes one with them.
  const main = loaded.find(({ path }) => /\/main-.*\.js$/.test(path))!.path;
  const compressed = await page.request.get(`${main}.br`);
  expect(compressed.status(), 'compressed by the build').toBe(200);
  const sent = loaded.filter(({ path }) => /^\/$|\.(js|css)$/.test(path));
  const total = sent.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  const table = sent.map(({ path, encodedBodySize }) => `${encodedBodySize} ${path}`).join('\n');
  console.log(`${total} of ${BUDGET} bytes to the chat list`);
  expect(sent.length).toBeGreaterThan(4);
  expect(total, table).toBeLessThanOrEqual(BUDGET);
  await page.context().close();
});

/** Signed in as in `ada`, and nothing else: no cached list, no cached file. */
async function aFirstVisit(browser: Browser, ada: Page, baseURL: string): Promise<Page> {
  const { cookies, origins } = await ada.context().storageState();
  const context = await browser.newContext({
    baseURL,
    storageState: {
      cookies,
      origins: origins.map(({ origin, localStorage }) => ({
        origin,
        localStorage: localStorage.filter(({ name }) => name === 'parley-profile'),
      })),
    },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const conditions = { downloadThroughput: -1, uploadThroughput: -1, latency: LATENCY_MS };
  await session.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('app-chat-list a')) return;
      Object.assign(globalThis, { listedAt: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  return page;
}
