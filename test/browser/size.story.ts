import type { Response } from '@playwright/test';
import { expect, test } from './stage.js';

/** What may cross the line until the first chat stands in the list, in bytes of bodies. */
const BUDGET = 110_000;

test('a first visit shows the chats within its budget of bytes', async ({
  arrive,
  browser,
  stage,
}) => {
  const ada = await arrive('Ada');
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  // Signed in, and nothing else: no cached list, no cached file.
  const { cookies, origins } = await ada.context().storageState();
  const storageState = {
    cookies,
    origins: origins.map(({ origin, localStorage }) => ({
      origin,
      localStorage: localStorage.filter(({ name }) => name === 'parley-profile'),
    })),
  };
  const context = await browser.newContext({ baseURL: stage.server.url, storageState });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();

  const loaded = [...responses];
  const sizes = await Promise.all(
    loaded.map(async (response) => {
      const { responseBodySize } = await response.request().sizes();
      return { path: new URL(response.url()).pathname, bytes: responseBodySize };
    }),
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const table = sizes.map(({ path, bytes }) => `${String(bytes).padStart(7)} ${path}`).join('\n');
  expect(total, `\n${table}\n`).toBeLessThanOrEqual(BUDGET);
  await context.close();
});
