import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

/**
 * What may cross the line until the first chat stands in the list: page, styles and code, in bytes
 * as they are sent, and how many times the server is asked. The font comes meanwhile and is waited
 * for by nothing; answers are data.
 */
const { firstVisit } = JSON.parse(readFileSync('apps/web/budget.json', 'utf8')) as {
  readonly firstVisit: { brotliBytes: number; requests: number };
};

/** So much slower what is asked for too early comes before the rows are drawn, and is counted. */
const SLOWER = 4;

/** See `bench/page/watch-page.js`. */
interface PageSeen {
  readonly listMs: number;
  readonly moved: readonly string[];
}

test('a first visit shows the chats within its budget of bytes', async ({
  arrive,
  browser,
  stage,
}) => {
  const ada = await arrive('Ada');
  const page = await aFirstVisit(browser, ada, stage.server.url);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  const { listMs } = await seen(page);
  const loaded = (await resources(page)).filter(({ responseEnd }) => responseEnd <= listMs);
  // A build without `.br` files is sent larger; `npm test` makes one with them.
  const main = loaded.find(({ path }) => /\/main-.*\.js$/.test(path))!.path;
  const compressed = await page.request.get(`${main}.br`);
  expect(compressed.status(), 'compressed by the build').toBe(200);
  const sent = loaded.filter(({ path }) => /^\/$|\.(js|css)$/.test(path));
  const total = sent.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  const table = loaded.map(({ path, encodedBodySize }) => `${encodedBodySize} ${path}`).join('\n');
  const { brotliBytes, requests } = firstVisit;
  console.log(`${total} of ${brotliBytes} bytes, ${loaded.length} of ${requests} requests`);
  expect(sent.length).toBeGreaterThan(4);
  expect(total, table).toBeLessThanOrEqual(brotliBytes);
  expect(loaded.length, table).toBeLessThanOrEqual(requests);
  expect(await askedForLater(page, main), 'imports that the page does not name').toEqual([]);
  await page.context().close();
});

test('nothing moves when a chat is opened', async ({ arrive, browser, stage }) => {
  const [ada, bob] = [await arrive('Ada'), await arrive('Bob')];
  const chat = await createChannel(ada, 'Orchard');
  const path = new URL(ada.url()).pathname;
  await letIn(await Api.of(ada), await Api.of(bob), path.split('/')[2]!);
  await chat.say('Only a few words');
  const page = await aFirstVisit(browser, ada, stage.server.url);
  const orchard = new Conversation(page);
  const isThere = async () => {
    await expect(orchard.row('Only a few words')).toBeVisible();
    await expect(page.getByRole('complementary').getByText('Bob')).toBeVisible();
  };

  await test.step('by its address', async () => {
    await page.goto(path);
    await isThere();
    expect(await movedIn(page)).toEqual([]);
  });

  await test.step('from another one, and back', async () => {
    await page.getByRole('link', { name: /Notes to self/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Notes to self' })).toBeVisible();
    await page.getByRole('link', { name: /Orchard/ }).click();
    await isThere();
    expect(await movedIn(page)).toEqual([]);
  });
  await page.context().close();
});

/** What the first code imports, and the browser learns of no sooner than that code is there. */
async function askedForLater(page: Page, main: string): Promise<readonly string[]> {
  const headers = { accept: 'text/html, */*' };
  const [html, code] = await Promise.all(
    ['/', main].map(async (path) => (await page.request.get(path, { headers })).text()),
  );
  const imports = [...code!.matchAll(/from"\.\/([\w-]+\.js)"/g)].map(([, name]) => name!);
  expect(imports.length).toBeGreaterThan(0);
  return imports.filter((name) => !html!.includes(`rel="modulepreload" href="${name}"`));
}

/** What has moved in this page, once the pictures that are under way are drawn. */
async function movedIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  return (await seen(page)).moved;
}

/** Signed in as in `ada`, and nothing else: no cached list, no cached file. */
async function aFirstVisit(browser: Browser, ada: Page, baseURL: string): Promise<Page> {
  const { cookies, origins } = await ada.context().storageState();
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    storageState: {
      cookies,
      origins: origins.map(({ origin, localStorage }) => ({
        origin,
        localStorage: localStorage.filter(({ name }) => name === 'parley-profile'),
      })),
    },
  });
  const page = await context.newPage();
  await page.addInitScript({ path: 'bench/page/watch-page.js' });
  return page;
}

function seen(page: Page): Promise<PageSeen> {
  return page.evaluate(() => (globalThis as unknown as { pageSeen: PageSeen }).pageSeen);
}

/** The page itself, and what it has asked for. */
function resources(
  page: Page,
): Promise<{ path: string; encodedBodySize: number; responseEnd: number }[]> {
  return page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => entry as PerformanceResourceTiming)
      .map(({ name, encodedBodySize, responseEnd }) => {
        return { path: new URL(name).pathname, encodedBodySize, responseEnd };
      }),
  );
}
