import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { privateChannel } from './conversation.js';
import { flashesIn, type Shade } from './flashes.js';
import { HeldCode } from './held-code.js';
import { PaintWatch } from './paint-watch.js';
import { expect, moving, test, type Arrive } from './stage.js';

test.use(moving);

const chats = ['Alpha', 'Beta'] as const;
const sections = ['Account', 'Devices', 'Appearance', 'Language', 'Privacy', 'Writing'] as const;

/** Ada in a browser of this theme, with two chats of more messages than a screen has room for. */
async function adaIn(arrive: Arrive, colorScheme: Shade): Promise<Page> {
  const ada = await arrive('Ada Lindqvist');
  await ada.emulateMedia({ colorScheme });
  await expect(ada.locator('html')).toHaveAttribute('data-theme', colorScheme);
  const api = await Api.of(ada);
  for (const name of chats) {
    const chatId = await privateChannel(api, name);
    const texts = Array.from({ length: 30 }, (_, n) => `Number ${n + 1} from ${name}.`);
    await api.say(chatId, texts);
    await expect(ada.getByRole('link', { name: new RegExp(`^${name}.*Number 30`) })).toBeVisible();
  }
  return ada;
}

/** The ways from page to page, each until its end is seen. */
function waysOf(page: Page) {
  const shown = (name: string) =>
    expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  return {
    shown,
    follow: async (name: string) => {
      await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
      await shown(name);
    },
    menu: async () => {
      await page.getByRole('button', { name: 'Settings' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    choose: (item: string) => page.getByRole('menuitem', { name: item }).click(),
    chat: (name: string) =>
      expect(page.getByRole('log').getByText(`Number 30 from ${name}.`)).toBeVisible(),
  };
}

for (const theme of ['light', 'dark'] as const)
  test(`no page flashes on the way from one to another, in a ${theme} theme`, async ({
    arrive,
  }) => {
    const ada = await adaIn(arrive, theme);
    const ways = waysOf(ada);
    const watch = await PaintWatch.of(ada);
    const mustBeCalm = async () => expect(flashesIn(await watch.takeAll(), theme)).toEqual([]);

    await test.step('from chat to chat, also to one that was seen before', async () => {
      await ada.reload();
      for (const name of ['Alpha', 'Beta', 'Alpha']) {
        await ways.follow(name);
        await ways.chat(name);
      }
      await mustBeCalm();
    });

    await test.step('to the directory and the settings, section by section', async () => {
      await ways.menu();
      await ways.choose('Directory');
      await ways.shown('Directory');
      await ada.getByRole('tab', { name: 'Channels' }).click();
      await expect(ada.getByLabel('Find channels')).toBeVisible();
      await ways.menu();
      await ways.choose('All settings');
      await ways.shown('Profile');
      for (const name of sections) await ways.follow(name);
      await mustBeCalm();
    });

    await test.step('by the keys and buttons that lead back and forth', async () => {
      await ada.keyboard.press('Escape');
      await ways.shown('Directory');
      await ada.goBack();
      for (const name of ['Writing', ...sections.toReversed().slice(1), 'Profile']) {
        await ways.shown(name);
        await ada.goBack();
      }
      await ways.shown('Directory');
      await ada.goBack();
      await ways.chat('Alpha');
      await ada.goBack();
      await ways.chat('Beta');
      await ada.goBack();
      await ways.chat('Alpha');
      await ada.goBack();
      await ways.shown('Chats');
      for (const name of chats) {
        await ada.goForward();
        await ways.chat(name);
      }
      await ada.goForward();
      await ways.chat('Alpha');
      await ada.goForward();
      await ways.shown('Directory');
      await ada.goForward();
      await ways.shown('Profile');
      await mustBeCalm();
    });

    await test.step('by an address, and on from there', async () => {
      await ada.reload();
      await ways.shown('Profile');
      await ada.keyboard.press('Escape');
      await expect(ada.getByRole('link', { name: /^Beta/ })).toBeVisible();
      await ways.follow('Beta');
      await ways.chat('Beta');
      await mustBeCalm();
      await ada.reload();
      await ways.chat('Beta');
      await ways.menu();
      await ways.choose('All settings');
      await ways.shown('Profile');
      await ada.keyboard.press('Escape');
      await ways.chat('Beta');
      await mustBeCalm();
    });
  });

test('where the code of a page is slow, the last one stays', async ({ arrive }) => {
  const ada = await adaIn(arrive, 'light');
  const ways = waysOf(ada);
  const code = await HeldCode.of(ada);
  const watch = await PaintWatch.of(ada);
  await ada.reload();
  await expect(ada.getByRole('link', { name: /^Alpha/ })).toBeVisible();
  await watch.takeAll();
  const leave = async (go: () => Promise<unknown>) => {
    code.hold();
    await go();
    await expect.poll(() => code.held).toBeGreaterThan(0);
    // Long enough for anything that would give up the last page.
    await watch.passFrames(20);
    code.release();
  };
  await leave(() => ada.getByRole('link', { name: /^Alpha/ }).click());
  await ways.chat('Alpha');
  await ways.menu();
  await leave(() => ways.choose('Directory'));
  await ways.shown('Directory');
  await ways.menu();
  await leave(() => ways.choose('All settings'));
  await ways.shown('Profile');
  for (const name of sections) {
    await leave(() => ada.getByRole('link', { name: new RegExp(`^${name}`) }).click());
    await ways.shown(name);
  }
  expect(flashesIn(await watch.takeAll(), 'light')).toEqual([]);
});
