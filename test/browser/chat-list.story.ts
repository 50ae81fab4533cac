import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { createChannel, privateChannel } from './conversation.js';
import { anotherDevice } from './device.js';
import { letIn } from './invitation.js';
import { expect, test } from './stage.js';

interface Listed {
  readonly items: readonly { readonly id?: string; readonly chatId?: string }[];
}

interface Favourite {
  readonly name?: string;
  readonly settings: { readonly favouritePlace?: number };
}

test('favourites stand in the order of the person, on each of their devices', async ({
  arrive,
  visit,
}) => {
  const ada = await arrive('Ada');
  for (const name of ['Alpha', 'Beta', 'Gamma']) await createChannel(ada, name);
  const keys = ada.keyboard;

  await test.step('by the menu of a row, with the keyboard alone', async () => {
    for (const name of ['Alpha', 'Beta', 'Gamma']) {
      await ada.getByRole('link', { name }).focus();
      await keys.press('Shift+F10');
      await expect(ada.getByRole('menuitem', { name: 'Add to favourites' })).toBeFocused();
      await keys.press('Enter');
      await expect.poll(() => favourites(ada)).toContain(name);
      // The line went to another section, and the focus with it.
      await expect(ada.getByRole('link', { name })).toBeFocused();
    }
    await expect.poll(() => favourites(ada)).toEqual(['Alpha', 'Beta', 'Gamma']);
    await keys.press('Control+Shift+ArrowUp');
    await expect.poll(() => favourites(ada)).toEqual(['Alpha', 'Gamma', 'Beta']);
    await expect(ada.getByRole('link', { name: 'Gamma' })).toBeFocused();
  });

  const api = await Api.of(ada);
  // Place by place; what another device sees first is the whole order.
  await expect.poll(() => storedFavourites(api)).toEqual(['Alpha', 'Gamma', 'Beta']);

  await test.step('by a right click, where the pointer is', async () => {
    const row = ada.getByRole('link', { name: 'Beta' });
    const { x, y } = (await row.boundingBox())!;
    await row.click({ button: 'right', position: { x: 150, y: 20 } });
    await expect(ada.getByRole('menuitem').first()).toBeFocused();
    await expect(async () => {
      const menu = (await ada.getByRole('menu').boundingBox())!;
      expect(Math.abs(menu.x - (x + 150))).toBeLessThan(8);
      expect(Math.abs(menu.y - (y + 20))).toBeLessThan(8);
    }).toPass({ timeout: 60_000 });
    await keys.press('Escape');
    await expect(row).toBeFocused();
  });

  await test.step('as another device of hers shows it', async () => {
    const phone = await anotherDevice(ada, visit);
    await expect.poll(() => favourites(phone)).toEqual(['Alpha', 'Gamma', 'Beta']);
    await ada.getByRole('link', { name: 'Alpha' }).hover();
    await ada.getByRole('button', { name: 'Alpha: menu' }).click();
    await ada.getByRole('menuitem', { name: 'Move down' }).click();
    await expect.poll(() => favourites(phone)).toEqual(['Gamma', 'Alpha', 'Beta']);
  });

  await test.step('a folded section stays folded on this device', async () => {
    await ada.getByRole('button', { name: /^Favourites/ }).click();
    await expect.poll(() => favourites(ada)).toEqual(['Gamma']); // It is open.
    await ada.reload();
    await expect(ada.getByRole('button', { name: /^Favourites/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });
});

test('the line opens that was pressed, though the list moves meanwhile', async ({ arrive }) => {
  const ada = await arrive('Ada');
  const mira = await arrive('Mira');
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  const chats = await Promise.all(['Alpha', 'Beta'].map((name) => privateChannel(hers, name)));
  for (const id of chats) await letIn(hers, his, id);
  const line = ada.getByRole('link', { name: 'Alpha' });
  const top = async () => (await line.boundingBox())!.y;
  await his.post('/api/messages', { chatId: chats[0], text: 'One' });
  await his.post('/api/messages', { chatId: chats[1], text: 'Two' });
  for (const last of [/Alpha.*One/, /Beta.*Two/])
    await expect(ada.getByRole('link', { name: last })).toBeVisible();
  const y = await top();
  await ada.mouse.move(100, y + 20);
  await ada.mouse.down();
  await his.post('/api/messages', { chatId: chats[0], text: 'Three' });
  await expect.poll(async () => y - (await top())).toBeGreaterThan(20);
  await ada.mouse.up();
  await expect(ada.getByRole('heading', { level: 1, name: 'Alpha' })).toBeVisible();
});

test('a list of 2,000 chats draws those that are near', async ({ arrive }) => {
  const ada = await arrive('Ada');
  await createChannel(ada, 'Seed');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  await answerWithMore(ada, 'chats', (item) => item.id === chatId, asRoom);
  await answerWithMore(ada, 'sync', (item) => item.chatId === chatId, asRoomState);
  await ada.goto('/');
  const list = ada.locator('app-chat-list .list');
  await expect(ada.locator('app-long-list')).toBeAttached();
  await expect(ada.getByRole('link', { name: /Room 1\b/ })).toBeVisible();
  const nodes = () => list.evaluate((element) => element.querySelectorAll('*').length);
  const counts = [await nodes()];
  for (const part of [0.5, 1]) {
    await list.evaluate((element, to) => element.scrollTo(0, element.scrollHeight * to), part);
    await expect(
      ada.getByRole('link', { name: part === 1 ? /Room 2000/ : /Room 1[01]\d\d/ }).first(),
    ).toBeVisible();
    counts.push(await nodes());
  }
  console.log(`2,000 chats: ${counts.join(', ')} elements in the list`);
  for (const count of counts) expect(count).toBeLessThan(900);
  // From line to line with arrows, beyond what is drawn and faster than it is.
  await ada.getByRole('link', { name: /Room 2000/ }).focus();
  await Promise.all(Array.from({ length: 40 }, () => ada.keyboard.press('ArrowUp')));
  await expect(ada.getByRole('link', { name: 'Room 1960' })).toBeFocused();
  await ada.keyboard.press('Home');
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('End');
  await ada.keyboard.press('ArrowUp');
  await expect(ada.getByRole('link', { name: 'Room 1999' })).toBeFocused();
  await expect(ada.getByRole('link', { name: 'Room 1999' })).toBeInViewport();
});

const COUNT = 2000;
const roomId = (n: number): string => `ROOM${String(n).padStart(6, '0')}`;

function asRoom(seed: object, n: number): object {
  const updatedAt = new Date(Date.UTC(2026, 0, 1) - n * 60_000).toISOString();
  return { ...seed, id: roomId(n), name: `Room ${n}`, slug: `room-${n}`, updatedAt };
}

function asRoomState(seed: object, n: number): object {
  return { ...seed, chatId: roomId(n) };
}

/** The server's answer, and after the seed a copy of it for each of many rooms. */
async function answerWithMore(
  page: Page,
  path: string,
  isSeed: (item: Listed['items'][number]) => boolean,
  copy: (seed: object, n: number) => object,
): Promise<void> {
  await page.route(new RegExp(`/api/${path}[?]`), async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Listed;
    const items = answer.items.flatMap((item) =>
      isSeed(item) ? [item, ...Array.from({ length: COUNT }, (_, n) => copy(item, n + 1))] : item,
    );
    await route.fulfill({ response, json: { ...answer, items } });
  });
}

/** By their places, as far as each has one of its own. */
async function storedFavourites(api: Api): Promise<readonly (string | undefined)[]> {
  const { items } = await api.get<{ items: readonly Favourite[] }>('/api/chats');
  const places = new Map(items.map(({ name, settings }) => [settings.favouritePlace, name]));
  places.delete(undefined);
  return [...places].toSorted(([a = 0], [b = 0]) => a - b).map(([, name]) => name);
}

function favourites(page: Page): Promise<readonly string[]> {
  return page.locator('app-chat-list').evaluate((list) => {
    const lines = [...list.querySelectorAll('app-list-line')];
    const at = lines.findIndex((line) => line.textContent.includes('Favourites'));
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((line) => line.querySelector('h2'));
    return rest
      .slice(0, end < 0 ? undefined : end)
      .map((line) => line.querySelector('.title')?.textContent.trim() ?? '');
  });
}
