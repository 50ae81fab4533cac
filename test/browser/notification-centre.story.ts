import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { Conversation } from './conversation.js';
import { anotherDevice, usernameOf } from './device.js';
import { twoInAChannel } from './invitation.js';
import { look } from './look.js';
import { expect, listen, test } from './stage.js';

/** The way to the centre, which says how much waits in it. */
const bell = (page: Page) => page.getByRole('link', { name: /^Notifications/ });
const entries = (page: Page) => page.locator('app-notifications-page li a');

test('who is mentioned is led there by the bell, which falls silent on all devices', async ({
  arrive,
  visit,
}) => {
  const { ada, bob, hers, his } = await twoInAChannel(arrive);
  const username = await usernameOf(ada);
  const { pathname } = new URL(ada.url());
  const chatId = pathname.split('/')[2]!;
  const device = await anotherDevice(ada, visit);
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(hers.row('before')).toHaveCount(0);
  await expect(bell(ada)).toHaveAccessibleName('Notifications');

  await test.step('nothing has happened yet', async () => {
    await bell(device).click();
    await expect(device.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
    await look(device, 'notifications-empty');
  });

  await test.step('a mention counts on all of her devices, and stands in the open list', async () => {
    const api = await Api.of(bob);
    await api.post('/api/messages', { chatId, text: `Have a look at this, @${username}` });
    await expect(his.row('Have a look')).toBeVisible();
    for (const place of [ada, device])
      await expect(bell(place)).toHaveAccessibleName('Notifications, 1 unread');
    await expect(entries(device)).toHaveCount(1);
    await expect(entries(device)).toContainText(/Bob.*Phoenix.*You were mentioned.*Have a look/s);
    await look(device, 'notifications');
  });

  await test.step('it leads to the message, by keys alone, and is read by that', async () => {
    await bell(ada).focus();
    await ada.keyboard.press('Enter');
    await expect(ada.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
    await entries(ada).focus();
    await ada.keyboard.press('Enter');
    await expect(ada).toHaveURL(new RegExp(`/c/${chatId}/\\d+$`));
    await expect(new Conversation(ada).row('Have a look')).toBeVisible();
    for (const place of [ada, device])
      await expect(bell(place)).toHaveAccessibleName('Notifications');
    await expect(entries(device).getByText('Unread')).toHaveCount(0);
  });

  await test.step('what happened without a window is there when one comes', async () => {
    await ada.getByRole('link', { name: /Notes to self/ }).click();
    await expect(hers.row('before')).toHaveCount(0);
    await device.goto('about:blank');
    const api = await Api.of(bob);
    for (const text of ['Once more', 'And again'])
      await api.post('/api/messages', { chatId, text: `${text}, @${username}` });
    await expect(bell(ada)).toHaveAccessibleName('Notifications, 2 unread');
    await device.goBack();
    await expect(bell(device)).toHaveAccessibleName('Notifications, 2 unread');
    await expect(entries(device)).toHaveCount(3);
    await look(device, 'notifications-several');
    await device.getByRole('button', { name: 'Mark all as read' }).click();
    for (const place of [ada, device])
      await expect(bell(place)).toHaveAccessibleName('Notifications');
  });
});

test('a reaction counts until its author looks at the chat, or at the list', async ({
  arrive,
  visit,
}) => {
  const { ada, bob, hers } = await twoInAChannel(arrive);
  const device = await anotherDevice(ada, visit);
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const api = await Api.of(bob);
  const { items } = await api.get<{ items: { id: string; text: string }[] }>(
    `/api/messages/${chatId}`,
  );
  const { id } = items.find(({ text }) => text === 'before')!;
  const react = (emoji: string) =>
    api.put(`/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`, {});
  const takeBack = (emoji: string) =>
    api.delete(`/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`);
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(hers.row('before')).toHaveCount(0);

  await test.step('on all devices, though the message was read long since', async () => {
    await react('🎉');
    for (const place of [ada, device])
      await expect(bell(place)).toHaveAccessibleName('Notifications, 1 unread');
  });

  await test.step('she sees it in its chat', async () => {
    await ada.getByRole('link', { name: /Phoenix/ }).click();
    await expect(hers.row('before')).toBeVisible();
    for (const place of [ada, device])
      await expect(bell(place)).toHaveAccessibleName('Notifications');
  });

  await test.step('or reads it in the list', async () => {
    await ada.getByRole('link', { name: /Notes to self/ }).click();
    await expect(hers.row('before')).toHaveCount(0);
    await takeBack('🎉');
    await react('❤️');
    await expect(bell(ada)).toHaveAccessibleName('Notifications, 1 unread');
    await bell(device).click();
    await device.getByRole('button', { name: 'Mark all as read' }).click();
    for (const place of [ada, device])
      await expect(bell(place)).toHaveAccessibleName('Notifications');
  });
});

/** Two tabs of hers, in another chat than his; `sounds`: how many both have made. */
async function twoTabs(ada: Page, problems: string[]) {
  await ada.context().addInitScript(() => {
    const heard = { sounds: 0 };
    const Counted = class extends AudioContext {
      constructor() {
        super();
        heard.sounds++;
      }
    };
    Object.assign(globalThis, { heard, AudioContext: Counted });
  });
  const two = await ada.context().newPage();
  listen(two, problems);
  for (const tab of [ada, two]) {
    const knows = tab.waitForResponse(/\/api\/notifications\/settings$/);
    await tab.goto('/');
    await tab.getByRole('link', { name: /Notes to self/ }).click();
    await knows;
  }
  const sounds = async () => (await Promise.all([ada, two].map(soundsOf))).reduce((a, b) => a + b);
  return { two, sounds };
}

/** Until it is let, a tab does not take it on itself to tell of anything. */
async function holdClaims(tab: Page): Promise<{ letGo(): Promise<void> }> {
  await tab.evaluate(() => {
    type Ask = (this: LockManager, ...asked: unknown[]) => Promise<unknown>;
    const locks = LockManager.prototype as unknown as { request: Ask };
    const { request } = locks;
    const { promise, resolve } = Promise.withResolvers();
    locks.request = async function (...asked) {
      if (String(asked[0]).startsWith('parley-alert-')) await promise;
      return request.apply(this, asked);
    };
    Object.assign(globalThis, { letClaims: resolve });
  });
  const letGo = () =>
    tab.evaluate(() => (globalThis as unknown as { letClaims(): void }).letClaims());
  return { letGo };
}

/** A tab has taken it on itself to tell of a message; or not to, where one looks at it. */
async function mustBeClaimed(tab: Page, messageId: string): Promise<void> {
  const isHeld = () =>
    tab.evaluate(async (id) => {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name?.startsWith(`parley-alert-${id}`));
    }, messageId);
  await expect.poll(isHeld).toBe(true);
}

test('one of her tabs makes a sound, and none where she looks at the chat', async ({
  arrive,
  problems,
}) => {
  const { ada, bob, hers } = await twoInAChannel(arrive);
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const mention = `@${await usernameOf(ada)}`;
  const his = await Api.of(bob);
  const { two, sounds } = await twoTabs(ada, problems);
  for (let told = 1; told <= 3; told++) {
    await his.post('/api/messages', { chatId, text: `News ${told}, ${mention}` });
    await expect.poll(sounds).toBeGreaterThanOrEqual(told);
  }
  expect(await sounds()).toBe(3);

  await ada.getByRole('link', { name: /Phoenix/ }).click();
  await expect(hers.row('News 3')).toBeVisible();
  // However busy this tab is: the other one knows that she looks.
  const claims = await holdClaims(ada);
  const text = `Do you see it, ${mention}`;
  const { id } = await his.post<{ id: string }>('/api/messages', { chatId, text });
  await expect(hers.row('Do you see it')).toBeVisible();
  await mustBeClaimed(two, id);
  await claims.letGo();
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(hers.row('News 3')).toHaveCount(0);
  await his.post('/api/messages', { chatId, text: `And now, ${mention}` });
  await expect.poll(sounds).toBeGreaterThanOrEqual(4);
  expect(await sounds()).toBe(4);
});

test('plain messages make one sound, too, unless she does not want to hear of them', async ({
  arrive,
  problems,
}) => {
  const { ada, bob } = await twoInAChannel(arrive);
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const mention = `@${await usernameOf(ada)}`;
  const [hers, his] = [await Api.of(ada), await Api.of(bob)];
  const { sounds } = await twoTabs(ada, problems);
  await his.post('/api/messages', { chatId, text: 'Lunch?' });
  await expect.poll(sounds).toBe(1);

  const row = ada.getByRole('link', { name: /Phoenix/ });
  await hers.put('/api/notifications/settings', { plainAlerts: false });
  await his.post('/api/messages', { chatId, text: 'Anybody?' });
  await expect(row).toContainText('Anybody?');
  // What comes after it is told, and alone.
  await his.post('/api/messages', { chatId, text: `Nobody, ${mention}` });
  await expect.poll(sounds).toBeGreaterThanOrEqual(2);
  expect(await sounds()).toBe(2);
});

function soundsOf(tab: Page): Promise<number> {
  return tab.evaluate(() => (globalThis as unknown as { heard: { sounds: number } }).heard.sounds);
}
