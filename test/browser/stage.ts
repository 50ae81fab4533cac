import { test as base, expect, type Page } from '@playwright/test';
import { MongoProcess } from '../../libs/platform/src/testing/mongo-process.js';
import { ServerProcess } from '../processes/server-process.js';

/** The product as it is built, with a database of its own: one for each worker. */
export interface Stage {
  readonly server: ServerProcess;
  readonly mongo: MongoProcess;
}

/** A new browser profile in which nobody is signed in. */
export type Visit = () => Promise<Page>;

/** A new browser profile, signed in as somebody new, whose chats are shown. */
export type Arrive = (name: string) => Promise<Page>;

let people = 0;

export const test = base.extend<
  { visit: Visit; arrive: Arrive; problems: string[] },
  { stage: Stage; address: string }
>({
  stage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names off this pattern.
    async ({}, use) => {
      const mongo = await MongoProcess.start();
      const server = await ServerProcess.start({ MONGODB_URI: mongo.uri('stories') });
      await use({ server, mongo });
      await server.stop();
      await mongo.close();
    },
    { scope: 'worker' },
  ],

  /** Where the product is. */
  address: [({ stage }, use) => use(stage.server.url), { scope: 'worker' }],

  /** What a console said that it should not have; each story ends with none. */
  // eslint-disable-next-line no-empty-pattern -- as above.
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems).toEqual([]);
  },

  visit: async ({ browser, address, problems }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: address });
      contexts.push(context);
      const page = await context.newPage();
      listen(page, problems);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  arrive: async ({ visit }, use) => {
    await use(async (name) => {
      const page = await visit();
      await page.goto('/register');
      await fillRegistration(page, name);
      await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
      return page;
    });
  },
});

export { expect };

/** Fills and sends the registration form that is shown, under a new name; waits for nothing. */
export async function fillRegistration(page: Page, name: string): Promise<void> {
  const username = `${name.split(' ')[0]!.toLowerCase()}-${++people}-${process.pid}`;
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('E-mail').fill(`${username}@parley.example`);
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Errors of the page itself, and refused policies; a lost connection is the browser's own line. */
export function listen(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    const text = line.text();
    if (line.type() === 'error' && !/ERR_|WebSocket|Failed to load resource/.test(text)) {
      problems.push(text);
    }
  });
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
