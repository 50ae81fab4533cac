import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { complaintsOf } from './axe.js';
import { createChannel, type Conversation } from './conversation.js';
import { letIn } from './invitation.js';
import { expect, test } from './stage.js';

async function mustBeAccessible(page: Page, place: string): Promise<void> {
  await page.screenshot({ path: `dist/screens/access-${place}.png` });
  // The direction changes nothing that axe looks at.
  if (place.endsWith('-rtl')) return;
  expect.soft(await complaintsOf(page), place).toEqual([]);
}

/** Ada's channel with one message that Bob has seen and she has edited. */
async function aChannel(ada: Page, bob: Page): Promise<Conversation> {
  const chat = await createChannel(ada, 'Access');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const [hers, his] = [await Api.of(ada), await Api.of(bob)];
  await letIn(hers, his, chatId);
  await chat.say('first words');
  await chat.edit('first words', 'second words');
  await expect(chat.row('second words').getByText('edited')).toBeVisible();
  return chat;
}

test('menus and dialogs say what they are, in both directions of writing', async ({ arrive }) => {
  test.setTimeout(120_000);
  const ada = await arrive('Ada Lindqvist');
  const bob = await arrive('Bob');
  await expect(bob.getByRole('link', { name: /Notes to self/ })).toBeVisible();
  await ada.emulateMedia({ reducedMotion: 'reduce' });
  const chat = await aChannel(ada, bob);
  const row = chat.row('second words');

  for (const dir of ['ltr', 'rtl']) {
    // From the first moment, as a language would: overlays ask once.
    await startIn(ada, dir);
    await ada.reload();
    await expect(row).toBeVisible();
    await mustBeAccessible(ada, `chat-${dir}`);
    expect(await overflowOf(ada), dir).toBe(0);

    await row.hover();
    await row.getByRole('button', { name: 'More' }).click();
    await mustBeAccessible(ada, `menu-${dir}`);
    await ada.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(ada.getByRole('dialog')).toBeVisible();
    await mustBeAccessible(ada, `delete-${dir}`);
    await ada.keyboard.press('Escape');

    await row.hover();
    await row.getByRole('button', { name: 'Edit', exact: true }).click();
    await mustBeAccessible(ada, `edit-${dir}`);
    await ada.keyboard.press('Escape');

    await row.getByRole('button', { name: /edited/i }).click();
    await expect(ada.getByRole('dialog')).toBeVisible();
    await mustBeAccessible(ada, `history-${dir}`);
    await ada.keyboard.press('Escape');

    await row.getByRole('button', { name: /Stored|Delivered|Seen/ }).click();
    await expect(ada.getByRole('dialog')).toBeVisible();
    await mustBeAccessible(ada, `receipts-${dir}`);
    await ada.keyboard.press('Escape');

    await ada.getByRole('button', { name: /Add people/ }).click();
    await expect(ada.getByRole('dialog')).toBeVisible();
    await mustBeAccessible(ada, `add-people-${dir}`);
    await ada.keyboard.press('Escape');

    await ada.getByRole('button', { name: /Bob/ }).last().click();
    await expect(ada.getByRole('menu')).toBeVisible();
    await mustBeAccessible(ada, `role-${dir}`);
    await ada.keyboard.press('Escape');
  }
});

test('the doors are mirrored where one writes from the right', async ({ page, stage }) => {
  for (const door of ['sign-in', 'register']) {
    await startIn(page, 'rtl');
    await page.goto(`${stage.server.url}/${door}`);
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
    await mustBeAccessible(page, `${door}-rtl`);
    expect(await overflowOf(page)).toBe(0);
  }
});

/** The direction of writing of all that this page loads from now on. */
async function startIn(page: Page, dir: string): Promise<void> {
  await page.addInitScript((to) => {
    document.addEventListener('readystatechange', () => (document.documentElement.dir = to));
  }, dir);
}

/** How far the page is wider than the window, in pixels. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
