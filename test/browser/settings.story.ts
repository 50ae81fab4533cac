import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { anotherDevice } from './device.js';
import { glance, look } from './look.js';
import { expect, test } from './stage.js';

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'All settings' }).click();
}

async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('settings hold at once, and look right everywhere', async ({ register }) => {
  const ada = await register('Ada Lindqvist');
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(ada.getByRole('textbox', { name: /^Message/ })).toBeVisible();
  const before = new URL(ada.url()).pathname;

  await openSettings(ada);
  await expect(ada.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await expect(ada.getByRole('radio', { name: 'Automatic' })).toBeChecked();
  await look(ada, 'settings-profile');
  await ada.getByLabel('Name', { exact: true }).fill('Ada L.');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();

  await openSection(ada, 'Account');
  await ada.getByLabel('Current password', { exact: true }).fill('not mine');
  await ada.getByLabel('New password', { exact: true }).fill('a wholly other one');
  await ada.getByRole('button', { name: 'Change password' }).click();
  await expect(ada.getByText('This is not your current password.')).toBeVisible();
  await look(ada, 'settings-account');

  await openSection(ada, 'Devices');
  await expect(ada.getByRole('listitem').filter({ hasText: 'This device' })).toContainText(
    'Chrome on Linux',
  );
  await look(ada, 'settings-devices');

  await openSection(ada, 'Access tokens');
  await ada.getByLabel('What it is for').fill('Nightly report');
  await ada.getByRole('checkbox', { name: 'Read messages' }).check({ force: true });
  await ada.getByRole('button', { name: 'Make the token' }).click();
  const shown = ada.getByText(/^parley_/);
  await expect(shown).toBeInViewport();
  const secret = await shown.textContent();
  const me = await ada.request.fetch(new URL('/api/chats', ada.url()).href, {
    headers: { authorization: `Bearer ${secret}` },
  });
  // It is good for what was chosen, and this was not.
  expect(me.status()).toBe(403);
  await look(ada, 'settings-tokens');
  await ada.getByRole('button', { name: 'Revoke: Nightly report' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(ada.getByText('You have no token.')).toBeVisible();

  await openSection(ada, 'Language');
  await expect(ada.getByRole('combobox', { name: 'Language' })).toHaveValue('system');
  await look(ada, 'settings-language');
  await openSection(ada, 'Privacy');
  await look(ada, 'settings-privacy');

  await openSection(ada, 'Appearance');
  await look(ada, 'settings-appearance');
  await ada.getByText('High contrast').click();
  await ada.getByText('Compact').click();
  await ada.reload();
  const root = ada.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'contrast');
  await expect(root).toHaveAttribute('data-density', 'compact');
  // What is drawn around it as well, whatever the device wears.
  for (const frame of await ada.locator('meta[name=theme-color]').all())
    await expect(frame).toHaveAttribute('content', '#000');
  await expect(ada.getByRole('heading', { level: 1, name: 'Appearance' })).toBeVisible();
  await ada.keyboard.press('Escape');
  // The reload has forgotten where she came from.
  await expect(ada.getByRole('heading', { name: /^Welcome to/ })).toBeVisible();
  await look(ada, 'chat-list-compact');

  await ada.goto(before);
  await openSettings(ada);
  await openSection(ada, 'Writing');
  await look(ada, 'settings-writing');
  await openSection(ada, 'Devices');
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('textbox', { name: /^Message/ })).toBeVisible();
  expect(new URL(ada.url()).pathname).toBe(before);
});

test('on a phone the settings are a list, and each section a page with a way back', async ({
  arrive,
}) => {
  const ada = await arrive('Ada Lindqvist');
  await ada.setViewportSize({ width: 390, height: 844 });
  await openSettings(ada);
  await expect(ada.getByRole('link', { name: 'Devices' })).toBeVisible();
  await expect(ada.getByRole('heading', { level: 1, name: 'Settings' })).toBeAttached();
  await glance(ada, 'settings-list-phone');
  await openSection(ada, 'Appearance');
  await expect(ada.getByRole('heading', { level: 1 })).toBeFocused();
  await ada.goBack();
  await expect(ada.getByRole('link', { name: 'Devices' })).toBeVisible();
  await openSection(ada, 'Devices');
  await ada.getByRole('link', { name: 'All settings' }).click();
  await ada.getByRole('button', { name: 'Back to the chats' }).click();
  await expect(ada.getByRole('link', { name: /Notes to self/ })).toBeVisible();
});

test('others and my other devices follow what I change', async ({ arrive, visit }) => {
  const ada = await arrive('Ada Lindqvist');
  const second = await anotherDevice(ada, visit, '/settings/profile');
  await expect(second.getByRole('radio', { name: 'Automatic' })).toBeChecked();

  await openSettings(ada);
  await ada.getByText('Do not disturb').click();
  await expect(second.getByRole('radio', { name: 'Do not disturb' })).toBeChecked();
  await second.getByText('Invisible').click();
  await expect(ada.getByRole('radio', { name: 'Invisible' })).toBeChecked();

  await ada.getByLabel('Name', { exact: true }).fill('Countess Ada');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByLabel('Name', { exact: true })).toHaveValue('Countess Ada');

  await openSection(second, 'Privacy');
  await second.getByRole('switch', { name: /^Read receipts/ }).uncheck({ force: true });
  await openSection(ada, 'Privacy');
  await expect(ada.getByRole('switch', { name: /^Read receipts/ })).not.toBeChecked();

  await openSection(ada, 'Devices');
  await ada.getByRole('button', { name: 'Sign out all others' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Sign out all others' }).click();
  await expect(second.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(ada.getByText('You are signed in on this device only.')).toBeVisible();
});

test('whoever has ordered an archive of their data is told wherever they are, and led there', async ({
  arrive,
}) => {
  const ada = await arrive('Ada Lindqvist');
  // What tells it comes after the first page, and with this element.
  await expect(ada.locator('app-announced')).toBeAttached();
  const api = await Api.of(ada);
  await api.post('/api/users/me/export', {});
  await expect(ada.getByText('The archive of your data is ready.')).toBeVisible();
  await ada.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(ada.getByRole('link', { name: /^Download/ })).toBeVisible();
});
