import type { Locator, Page } from '@playwright/test';
import { Api } from './api.js';
import { aPicture, aText, type Chosen } from './chosen-files.js';
import { Conversation } from './conversation.js';
import { look } from './look.js';
import { takePicture } from './picture.js';
import { expect, test } from './stage.js';

/** Ada and Ben in a group that is open in both pages, with a word of Ada's. */
async function crewOf(ada: Page, ben: Page): Promise<{ path: string; said: Conversation }> {
  const [hers, his] = [await Api.of(ada), await Api.of(ben)];
  const { id } = await his.get<{ id: string }>('/api/auth/me');
  const chat = { type: 'group', name: 'Release crew', memberIds: [id] };
  const { id: chatId } = await hers.post<{ id: string }>('/api/chats', chat);
  await hers.post('/api/messages', { chatId, text: 'The notes are final.' });
  const path = `/c/${chatId}`;
  await ben.goto(path);
  const said = new Conversation(ben);
  await expect(said.row('The notes are final.')).toBeVisible();
  return { path, said };
}

async function pick(page: Page, button: Locator, file: Chosen): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await button.click();
  await (await picking).setFiles(file);
}

/** Where an avatar stands beside the words of its row, and how large, in px. */
function placeInRow(avatar: Locator): Promise<readonly number[]> {
  return avatar.evaluate((element) => {
    const words = element.closest('ui-message-row')!.querySelector('app-message-words')!;
    const [own, beside] = [element.getBoundingClientRect(), words.getBoundingClientRect()];
    return [own.x - beside.x, own.y - beside.y, own.width, own.height, beside.height];
  });
}

/** A picture is there, and drawn: not only asked for. */
async function mustShowPicture(avatar: Locator): Promise<void> {
  await expect(avatar.locator('img')).toBeVisible();
  await expect
    .poll(() => avatar.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

test('a picture is looked at before it is saved, and others see it at once', async ({ arrive }) => {
  const [ada, ben] = [await arrive('Ada Lindqvist'), await arrive('Ben Okafor')];
  const { path, said } = await crewOf(ada, ben);
  const hers = said.row('The notes are final.').locator('ui-avatar');
  await expect(hers).toHaveText(/AL/);
  const place = await placeInRow(hers);

  await ada.goto('/settings/profile');
  const choose = ada.getByRole('button', { name: 'Choose a picture' });
  await pick(ada, choose, aText('picture.png', 'no picture at all'));
  await expect(ada.getByRole('alert')).toContainText('cannot be read as a picture');
  await pick(ada, choose, await aPicture(ada, 'hill.png'));
  await expect(ada.getByText('This is how others will see it.')).toBeVisible();
  await look(ada, 'avatar-chosen');
  await ada.getByRole('button', { name: 'Save picture' }).click();
  await expect(ada.getByText('Picture saved')).toBeVisible();
  await mustShowPicture(ada.locator('app-avatar-picker ui-avatar'));
  await look(ada, 'avatar-saved');

  await mustShowPicture(hers);
  expect(await placeInRow(hers)).toEqual(place);

  await ada.goto(path);
  await mustShowPicture(ada.locator('app-chat-list .me ui-avatar'));
  await ada.getByRole('button', { name: 'Picture, name and rules' }).click();
  const dialog = ada.getByRole('dialog');
  await pick(
    ada,
    dialog.getByRole('button', { name: 'Choose a picture' }),
    await aPicture(ada, 'crew.png', [300, 900]),
  );
  await dialog.getByRole('button', { name: 'Save picture' }).click();
  await expect(dialog.getByText('Picture saved')).toBeVisible();
  await look(ada, 'avatar-of-a-chat');
  await mustShowPicture(ben.locator(`a[href="${path}"] ui-avatar`));
  await expect(said.timeline.getByText('Ada Lindqvist changed the chat’s picture')).toBeVisible();
  await look(ben, 'avatars-in-a-chat');
  await ben.evaluate(() => (document.documentElement.dir = 'rtl'));
  await takePicture(ben, 'avatars-in-a-chat-rtl');

  await dialog.getByRole('button', { name: 'Remove picture' }).click();
  await expect(ben.locator(`a[href="${path}"] ui-avatar`)).toHaveText('RC');
  await expect(ben.locator(`a[href="${path}"] ui-avatar img`)).toHaveCount(0);
});
