import type { Page } from '@playwright/test';
import { createChannel } from './conversation.js';
import { usernameOf } from './device.js';
import { glance } from './look.js';
import { expect, fillRegistration, test } from './stage.js';

const PASSWORD = 'correct horse battery';

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('E-mail or username').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

/** What the page itself names, and what that imports: without these nothing of ours runs. */
async function firstScripts(page: Page): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const answer = await page.request.get(path, { headers: { accept: 'text/html, */*' } });
    const text = await answer.text();
    const names = text.matchAll(/(?:src=|\bfrom|\bimport)\s*"(?:\.\/)?([\w-]+\.js)"/g);
    const next = [...names].map(([, name]) => `/${name}`).filter((name) => !found.has(name));
    for (const name of next) found.add(name);
    waiting.push(...next);
  }
  expect(found.size).toBeGreaterThan(1);
  return found;
}

/** Loses so many of the next scripts that a page asks for, but those that it begins with. */
class LateScripts {
  left = 0;

  static async of(page: Page): Promise<LateScripts> {
    const late = new LateScripts();
    const first = await firstScripts(page);
    await page.route(/\.js$/, async (route) => {
      const isFirst = first.has(new URL(route.request().url()).pathname);
      if (isFirst || late.left === 0) return route.continue();
      late.left--;
      return route.abort('connectionreset');
    });
    return late;
  }

  lose(count: number): void {
    this.left = count;
  }
}

test('whoever signs out leaves no address behind; an expired session does', async ({ arrive }) => {
  const ada = await arrive('Ada');
  await createChannel(ada, 'Secret plans');
  const chat = new URL(ada.url()).pathname;
  const username = await usernameOf(ada);
  await signOut(ada);
  expect(new URL(ada.url()).search).toBe('');
  await ada.getByRole('link', { name: 'Create an account' }).click();
  await fillRegistration(ada, 'Bob');
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  await expect(ada.getByText('This chat cannot be shown')).toHaveCount(0);

  await signOut(ada);
  await signIn(ada, username, PASSWORD);
  await expect(ada.getByRole('link', { name: /Secret plans/ })).toBeVisible();
  await ada.goto(chat);
  await expect(ada.getByRole('heading', { level: 1, name: 'Secret plans' })).toBeVisible();
  // The chat is shown from what is kept here: the cookie of this visit may still be on its way.
  await expect(ada.getByText('all sent')).toBeVisible();
  await ada.context().clearCookies();
  await ada.reload();
  await expect(ada).toHaveURL(/\/sign-in\?next=/);
  await signIn(ada, username, PASSWORD);
  await expect(ada.getByRole('heading', { level: 1, name: 'Secret plans' })).toBeVisible();
});

test('a door says in place what was wrong', async ({ arrive, visit }) => {
  const ada = await arrive('Ada');
  const username = await usernameOf(ada);
  const page = await visit();

  await test.step('a taken name and address, each under its field', async () => {
    await page.goto('/register');
    await page.getByLabel('Your name').fill('Ada Two');
    await page.getByLabel('E-mail').fill(`another-${username}@parley.example`);
    await page.getByLabel('Username').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/taken/);
    await expect(page.getByLabel('Username')).toBeFocused();
    await page.getByLabel('Username').fill(`two-${username}`);
    await page.getByLabel('E-mail').fill(`${username}@parley.example`);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/has an account already/);
    await glance(page, 'register-conflict');
  });

  await test.step('a wrong password, then too many of them', async () => {
    await page.goto('/sign-in');
    await signIn(page, username, 'wrong');
    const password = page.getByLabel('Password', { exact: true });
    await expect(password).toHaveAccessibleDescription('That password and name do not match.');
    await expect(password).toBeFocused();
    await glance(page, 'sign-in-wrong');
    await expect(async () => {
      const answered = page.waitForResponse(/\/api\/auth\/login$/);
      await signIn(page, username, 'wrong');
      await answered;
      await expect(page.getByRole('alert')).toHaveText(/Wait \d+ seconds?\./, { timeout: 500 });
    }).toPass();
  });

  await test.step('a server that is away; what was typed stays', async () => {
    await page.route(/\/api\//, (route) => route.abort('connectionrefused'));
    await signIn(page, username, PASSWORD);
    await expect(page.getByRole('alert')).toHaveText('No connection to the server. Try again.');
    await expect(page.getByLabel('E-mail or username')).toHaveValue(username);
    await glance(page, 'sign-in-away');
  });
});

test('code that is late is waited for, and told of where somebody has asked', async ({
  arrive,
  visit,
}) => {
  const username = await usernameOf(await arrive('Ada'));
  const page = await visit();
  const late = await LateScripts.of(page);

  await test.step('a first page, and the one behind the door', async () => {
    late.lose(3);
    await page.goto('/sign-in');
    await expect(page.getByLabel('E-mail or username')).toBeVisible();
    expect(late.left).toBe(0);
    late.lose(3);
    await signIn(page, username, PASSWORD);
    await expect(page.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  });

  await test.step('a dialog: nothing opens, and a toast says why; the next press opens it', async () => {
    const open = page.getByRole('button', { name: 'New chat' }).first();
    late.lose(Infinity);
    await open.click();
    await expect(page.getByText('This did not load.')).toHaveCount(1);
    late.lose(0);
    await open.click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

test('the page takes no text for HTML, for a script or for a style', async ({ page, stage }) => {
  await page.goto(`${stage.server.url}/sign-in`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const outcomes = await page.evaluate(() => {
    const attempts = [
      () => (document.createElement('div').innerHTML = '<b>bold</b>'),
      () => document.body.insertAdjacentHTML('beforeend', '<i>slanted</i>'),
      () => new DOMParser().parseFromString('<b>bold</b>', 'text/html'),
      () => (document.createElement('script').text = 'document.title = "taken"'),
    ];
    const styled = document.createElement('p');
    styled.setAttribute('style', 'position: fixed');
    return [...attempts.map(nameOfError), styled.style.position];

    function nameOfError(attempt: () => unknown): string {
      try {
        attempt();
        return 'accepted';
      } catch (error) {
        // What the policy of the page raises; the test is about its name.
        return (error as Error).name;
      }
    }
  });
  expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', '']);
});
