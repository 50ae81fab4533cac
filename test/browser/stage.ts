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

const password = 'correct horse battery';

let people = 0;

export const test = base.extend<
  { visit: Visit; arrive: Arrive; register: Arrive; problems: string[] },
  { settings: NodeJS.ProcessEnv; stage: Stage; ownServer: ServerProcess; address: string }
>({
  /** Of the server, beside those that all stories have; undefined: as it is shipped. */
  settings: [{}, { scope: 'worker', option: true }],

  stage: [
    async ({ settings }, use) => {
      const mongo = await MongoProcess.start();
      const server = await ServerProcess.start({ ...settings, MONGODB_URI: mongo.uri('stories') });
      await use({ server, mongo });
      await server.stop();
      await mongo.close();
    },
    { scope: 'worker' },
  ],

  /** Another one beside it, with nobody in it, for those that ask for it: see `OwnWorkspace`. */
  ownServer: [
    async ({ stage: { mongo } }, use) => {
      const server = await ServerProcess.start({ MONGODB_URI: mongo.uri('own-workspace') });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  /** Where the product is. */
  address: [({ stage }, use) => use(stage.server.url), { scope: 'worker' }],

  /** What a console said that it should not have; each story ends with none. */
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names off this pattern.
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

  /** Whose account was made before: so the door, and what greets newcomers, is not gone through. */
  arrive: async ({ visit }, use) => {
    await use(async (name) => {
      const page = await visit();
      await comeAs(page, await signUp(page, name), '/');
      return showsChats(page);
    });
  },

  /** By the door. */
  register: async ({ visit }, use) => {
    await use(async (name) => {
      const page = await visit();
      await page.goto('/register');
      await fillRegistration(page, name);
      return showsChats(page);
    });
  },
});

export { expect };

/** For `test.use`: everything moves as it does for most people. */
export const moving = { contextOptions: { reducedMotion: 'no-preference' } } as const;

async function showsChats(page: Page): Promise<Page> {
  await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  return page;
}

/** A new account for a name; no other has its username. */
function accountOf(name: string) {
  const username = `${name.split(' ')[0]!.toLowerCase()}-${++people}-${process.pid}`;
  return { name, username, email: `${username}@parley.example`, password };
}

/** Makes an account, whose cookie the browser profile has then; resolves with its profile. */
async function signUp(page: Page, name: string): Promise<unknown> {
  const headers = { 'x-parley-client': 'web' };
  const options = { headers, data: accountOf(name) };
  const answer = await page.request.post('/api/auth/register', options);
  if (!answer.ok()) throw new Error(`register: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { user: unknown }).user;
}

/** Opens an address as somebody whom the browser remembers, and whose cookie it has. */
export async function comeAs(page: Page, profile: unknown, address: string): Promise<void> {
  const remembered = await page.addInitScript(
    (kept) => localStorage.setItem('parley-profile', kept),
    JSON.stringify(profile),
  );
  await page.goto(address);
  await remembered.dispose();
}

/** Makes so many accounts, in which nobody will be signed in; resolves with their ids. */
export async function manyPeople(page: Page, count: number): Promise<readonly string[]> {
  const made = Array.from({ length: count }, async (_, i) => {
    const answer = await page.request.fetch('/api/auth/register', {
      method: 'POST',
      data: accountOf(`Person ${i}`),
    });
    if (!answer.ok()) throw new Error(`register: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { user: { id: string } }).user.id;
  });
  return Promise.all(made);
}

/** Fills and sends the registration form that is shown, under a new name; waits for nothing. */
export async function fillRegistration(page: Page, name: string): Promise<void> {
  const { username, email } = accountOf(name);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Said of a lost connection by the browser itself, and of the worker that stories do without. */
const ofTheBrowser = /ERR_|WebSocket|Failed to load resource|blocked by Playwright/;

/** Errors and warnings of the page itself, and refused policies. */
export function listen(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    const isComplaint = line.type() === 'error' || line.type() === 'warning';
    if (isComplaint && !ofTheBrowser.test(line.text())) problems.push(line.text());
  });
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
