import type { Page } from '@playwright/test';
import { Api } from './api.js';
import type { Visit } from './stage.js';

/** Another device of the person who is signed in in a page: a profile of its own, at this path. */
export async function anotherDevice(page: Page, visit: Visit, path = '/'): Promise<Page> {
  const { username } = await (await Api.of(page)).get<{ username: string }>('/api/auth/me');
  const device = await visit();
  await device.goto(`/sign-in?next=${path}`);
  await device.getByLabel('E-mail or username').fill(username);
  await device.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await device.getByRole('button', { name: 'Sign in' }).click();
  return device;
}

/** Of the person who is signed in in a page, as its browser remembers them. */
export async function usernameOf(page: Page): Promise<string> {
  const kept = await page.evaluate(() => localStorage.getItem('parley-profile'));
  return (JSON.parse(kept ?? '') as { username: string }).username;
}

/** All that the browser of a page keeps of this address, as one text. */
export function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const kept: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name!));
      for (const store of database.objectStoreNames)
        kept.push(await answerOf(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  });
}
