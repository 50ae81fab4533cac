import type { Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoProcess } from '../../libs/platform/src/testing/mongo-process.js';
import { ServerProcess } from '../processes/server-process.js';
import { Conversation, createChannel } from './conversation.js';
import { glance, look } from './look.js';
import { expect, test as base } from './stage.js';

const built = process.env['PARLEY_WEB_DIR'] ?? 'dist/web/browser';

/** The product, from a folder of its own into which a story may put another build. */
const test = base.extend<object, { webDir: string }>({
  webDir: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names off this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'parley-web-'));
      await cp(built, folder, { recursive: true });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  stage: [
    async ({ webDir }, use) => {
      const mongo = await MongoProcess.start();
      const MONGODB_URI = mongo.uri('stories');
      const server = await ServerProcess.start({ MONGODB_URI, PARLEY_WEB_DIR: webDir });
      await use({ server, mongo });
      await server.stop();
      await mongo.close();
    },
    { scope: 'worker' },
  ],
});

test.use({ serviceWorkers: 'allow' });

/** Resolves when the browser keeps all that the app needs. */
async function mustBeKept(page: Page): Promise<void> {
  const missing = async (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const list = (await (await fetch('/ngsw.json')).json()) as {
        assetGroups: { name: string; urls: string[] }[];
      };
      const { urls } = list.assetGroups.find(({ name }) => name === 'app')!;
      const kept = await Promise.all(urls.map((url) => caches.match(url, { ignoreVary: true })));
      return urls.filter((_, at) => !kept[at]);
    });
  await expect.poll(missing).toEqual([]);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Resolves when the database of the kept chats has these words. */
async function mustBeRemembered(page: Page, words: string): Promise<void> {
  const kept = (): Promise<string> =>
    page.evaluate(async () => {
      const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(request.error?.message));
        });
      const found: unknown[] = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await answerOf(indexedDB.open(name!));
        if (database.objectStoreNames.contains('chats'))
          found.push(await answerOf(database.transaction('chats').objectStore('chats').getAll()));
        database.close();
      }
      return JSON.stringify(found);
    });
  await expect.poll(kept).toContain(words);
}

test('the app can be installed, and what is opened by the system arrives', async ({ arrive }) => {
  const ada = await arrive('Ada');
  await mustBeKept(ada);
  const browser = await ada.context().newCDPSession(ada);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // A story's profile is one that keeps nothing, into which nobody installs anything.
  const errors = installabilityErrors.map(({ errorId }) => errorId);
  expect(errors.filter((id) => id !== 'in-incognito')).toEqual([]);
  const { errors: mistakes, data } = await browser.send('Page.getAppManifest');
  expect(mistakes).toEqual([]);
  expect(JSON.parse(data!)).toMatchObject({ id: '/', display: 'standalone' });

  await ada.goto('/notes');
  await expect(ada.getByRole('heading', { level: 1, name: 'Notes to self' })).toBeVisible();
  await ada.goto('/new');
  await expect(ada.getByRole('dialog')).toBeVisible();
  await ada.goto('/share?title=A+page&text=Worth+reading&url=https%3A%2F%2Fa.example%2F1');
  const dialog = ada.getByRole('dialog', { name: 'Send to…' });
  await expect(dialog.getByRole('button', { name: /Notes to self/ })).toBeVisible();
  await glance(ada, 'share');
  await dialog.getByRole('button', { name: /Notes to self/ }).click();
  const notes = new Conversation(ada);
  await expect(notes.composer).toHaveValue('A page\nWorth reading\nhttps://a.example/1');
});

test('without any network the app opens, is read, and keeps what is written', async ({
  arrive,
  stage,
}) => {
  const ada = await arrive('Ada');
  const chat = await createChannel(ada, 'Night train');
  await chat.say('before the tunnel');
  await mustBeKept(ada);
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'Notes to self' })).toBeVisible();
  await ada.getByRole('link', { name: /Night train/ }).click();
  const address = ada.url();
  await mustBeRemembered(ada, 'before the tunnel');

  // The server is gone and the network with it: what opens now comes from this browser.
  await stage.server.kill();
  const context = ada.context();
  await context.setOffline(true);
  await ada.close();
  const later = await context.newPage();
  await later.goto(address);
  const kept = new Conversation(later);
  await expect(later.getByRole('link', { name: /Night train/ })).toBeVisible();
  await expect(kept.row('before the tunnel')).toBeVisible();
  await kept.send('in the tunnel');
  await expect(later.getByText(/1 message will be sent, in order/)).toBeVisible();
  await look(later, 'offline-start');
  await later.goto(new URL('/c/01ARZ3NDEKTSV4RRFFQ69G5FAV', address).href);
  await expect(later.getByText('This chat is not on this device')).toBeVisible();
  await look(later, 'offline-unknown');
  await later.goto(address);
  await expect(later.getByText(/1 queued/)).toBeVisible();

  await stage.server.restart();
  await context.setOffline(false);
  await expect(later.getByText(/all sent/)).toBeVisible();
  await expect(kept.row('in the tunnel')).toHaveCount(1);

  await test.step('whoever signs out leaves nothing behind', async () => {
    await later.getByRole('button', { name: 'Settings' }).click();
    await later.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(later.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const left = await later.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name!);
      const counts = await Promise.all(names.map((name) => countOf(name)));
      // With a point: how this device looks, whoever uses it.
      return {
        counts,
        keys: Object.keys(localStorage).filter((key) => !key.startsWith('parley.')),
        tab: Object.keys(sessionStorage),
      };

      function countOf(name: string): Promise<number> {
        return new Promise((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const db = opening.result;
            const stores = [...db.objectStoreNames];
            const asked = stores[0] && db.transaction(stores).objectStore(stores[0]).count();
            if (asked) asked.onsuccess = () => resolve(asked.result);
            else resolve(0);
          };
        });
      }
    });
    expect(left.counts.every((count) => count === 0)).toBe(true);
    expect([left.keys, left.tab]).toEqual([[], []]);
  });
});

test('a new version is offered, and taking it loses no word', async ({ arrive, stage, webDir }) => {
  const ada = await arrive('Ada');
  const chat = await createChannel(ada, 'Release');
  await chat.say('before');
  await mustBeKept(ada);

  const [page, list] = [join(webDir, 'index.html'), join(webDir, 'ngsw.json')];
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<head>', '<head><meta name="build" content="two">'));
  const kept = JSON.parse(await readFile(list, 'utf8')) as object;
  await writeFile(list, JSON.stringify({ ...kept, timestamp: 2 }));
  await stage.server.kill();
  await stage.server.restart();
  await chat.composer.fill('half a sentence');
  const editor = ada.getByRole('textbox', { name: 'Edit message' });
  await chat.useTool('before', 'Edit', editor);
  await editor.fill('before, and');
  // As `SwUpdate` asks, which does so when somebody comes back after a while.
  await ada.evaluate(() =>
    navigator.serviceWorker.controller!.postMessage({ action: 'CHECK_FOR_UPDATES', nonce: 1 }),
  );
  await expect(ada.getByText('A new version of Parley is here.')).toBeVisible();
  await glance(ada, 'new-version');
  await expect(chat.composer).toHaveValue('half a sentence');
  expect(await ada.locator('meta[name=build]').count()).toBe(0);

  await ada.getByRole('button', { name: 'Reload' }).click();
  await expect(ada.locator('meta[name=build]')).toHaveAttribute('content', 'two');
  await expect(chat.composer).toHaveValue('half a sentence');
  await expect(editor).toHaveValue('before, and');
  await editor.press('Escape');
  await expect(chat.row('before')).toBeVisible();
  await ada.reload();
  await expect(chat.row('before')).toBeVisible();
  await expect(editor).toHaveCount(0);
});
