import { createChannel } from './conversation.js';
import { glance } from './look.js';
import { expect, test } from './stage.js';

test('a browser that keeps nothing says so, and one chats on', async ({ arrive }) => {
  const ada = await arrive('Ada');
  const chat = await createChannel(ada, 'Harbour');
  await ada.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('Storage is turned off', 'SecurityError');
    };
    for (const area of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, area, { get: refuse });
    IDBFactory.prototype.open = refuse;
  });

  await ada.reload();
  await expect(ada.getByText('This browser keeps nothing for Parley.')).toBeVisible();
  await glance(ada, 'keeps-nothing');
  await chat.say('all the same');
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await chat.say('elsewhere, too');
  await ada.goBack();
  await expect(chat.row('all the same')).toBeVisible();

  await ada.reload();
  await expect(chat.row('all the same')).toHaveCount(1);
});

test('a device without room says so, and loses nothing of what is written', async ({ arrive }) => {
  const ada = await arrive('Ada');
  const chat = await createChannel(ada, 'Harbour');
  await ada.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('There is no room', 'QuotaExceededError');
    };
  });

  await chat.composer.fill('half a sentence');
  await expect(ada.getByText('This device has no room left.')).toBeVisible();
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'Notes to self' })).toBeVisible();
  await ada.goBack();
  await expect(chat.composer).toHaveValue('half a sentence');
  await chat.composer.press('End');
  await chat.composer.pressSequentially(', and the rest');
  await chat.composer.press('Enter');
  await chat.mustHaveStored('half a sentence, and the rest');
});
