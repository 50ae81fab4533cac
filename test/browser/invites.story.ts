import { createChannel } from './conversation.js';
import { joinAs } from './invitation.js';
import { glance, look } from './look.js';
import { expect, test } from './stage.js';

test('an admin makes a link for one, sees it used up, and revokes another', async ({
  arrive,
  visit,
}) => {
  const ada = await arrive('Ada Lindqvist');
  await createChannel(ada, 'Release crew');
  await ada.getByRole('button', { name: 'All links' }).click();
  const dialog = ada.getByRole('dialog', { name: 'Invite links' });
  await expect(dialog.getByText('No link works at present.')).toBeVisible();
  await dialog.getByLabel('May be used by').selectOption({ label: 'One person' });
  await dialog.getByRole('button', { name: 'Make a new link' }).click();
  await expect(dialog.getByText('0 of 1 used')).toBeVisible();
  const code = await dialog.locator('.code').textContent();
  await dialog.getByLabel('May be used by').selectOption({ label: 'Anybody' });
  await dialog.getByRole('button', { name: 'Make a new link' }).click();
  await expect(dialog.getByText('used 0 times')).toBeVisible();
  const lasting = await dialog.locator('.code').first().textContent();
  await look(ada, 'invites');

  const mira = await visit();
  await mira.goto(`/invite/${code}`);
  await expect(mira.getByText('Ada Lindqvist invites you to Release crew')).toBeVisible();
  await look(mira, 'invite');
  await joinAs(mira, 'Mira Okafor');
  const jonas = await visit();
  await jonas.goto(`/invite/${code}`);
  await expect(jonas.getByText('This invitation is over')).toBeVisible();

  await ada.keyboard.press('Escape');
  await ada.getByRole('button', { name: 'All links' }).click();
  await expect(dialog.locator('.code')).toHaveText([lasting!]);
  await dialog.getByRole('button', { name: `Revoke the link ${lasting}` }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(dialog.getByText('No link works at present.')).toBeVisible();
  await ada.keyboard.press('Escape');

  await ada.getByRole('button', { name: 'Picture, name and rules' }).click();
  await ada.getByRole('switch', { name: /^Announcements only/ }).check({ force: true });
  await look(ada, 'chat-rules');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(mira.getByText('Only admins write here.')).toBeVisible();

  await ada.getByLabel('Read receipts here').selectOption({ label: 'Off' });
  await ada.getByRole('button', { name: 'Archive' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  const restore = ada.getByRole('button', { name: 'Restore from the archive' });
  await expect(restore).toBeVisible();
  await look(ada, 'details-archived');
  // Where they would cover the conversation they go, and come when they are asked for.
  await ada.setViewportSize({ width: 390, height: 844 });
  await expect(restore).toHaveCount(0);
  await ada.getByRole('button', { name: 'Details' }).click();
  await expect(restore).toBeVisible();
  await glance(ada, 'details-phone');
});
