import { Api } from './api.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, test } from './stage.js';

test('an owner gives a program an address by keys alone, and what it says is marked', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  const hers = await Api.of(page);
  const chatId = await generalOf(hers);
  await page.goto(workspace.at('/admin/webhooks?way=incoming'));
  await expect(page.getByRole('heading', { name: /There is no incoming webhook/ })).toBeVisible();
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('button', { name: 'Make a webhook' }));
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await keys.type('Builds');
  await look(page, 'webhooks-new-incoming');
  await keys.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Builds' });
  const shown = panel.getByText(/\/api\/hooks\//);
  await expect(shown).toBeVisible();
  await look(page, 'webhooks-incoming-panel');
  const address = (await shown.textContent())!.trim();
  const say = async (text: string) => {
    const answer = await page.request.fetch(address, { method: 'POST', data: { text } });
    return answer.status();
  };
  expect(await say('Build **42** is green')).toBe(200);

  await keys.tabTo(panel.getByRole('button', { name: 'Pause' }));
  await keys.press('Enter');
  await expect(panel).toContainText('Paused');
  expect(await say('Build 43')).toBe(409);
  await keys.tabTo(panel.getByRole('button', { name: 'Let it go on' }));
  await keys.press('Enter');
  await expect(panel).toContainText('Active');
  await keys.tabTo(panel.getByRole('button', { name: 'New address' }));
  await keys.press('Enter');
  const question = page.getByRole('dialog', { name: 'A new address: Builds?' });
  await keys.tabTo(question.getByRole('button', { name: 'New address' }));
  await keys.press('Enter');
  await expect(shown).not.toHaveText(address);
  expect(await say('By the old address')).toBe(404);
  await keys.press('Escape');
  await expect(page.getByRole('row', { name: /Builds/ })).toContainText('Active');
  await look(page, 'webhooks-incoming');
  await keys.mustHaveBeenAlone();

  await page.goto(workspace.at(`/c/${chatId}`));
  const message = page.getByRole('article', { name: /^Builds, Bot, / });
  await expect(message).toContainText('Build 42 is green');
  await look(page, 'webhooks-said');
  await page.goto(workspace.at('/admin/webhooks?way=incoming'));
  await page.getByRole('row', { name: /Builds/ }).click();
  await panel.getByRole('button', { name: 'Remove' }).click();
  const removal = page.getByRole('dialog', { name: 'Remove: Builds?' });
  await removal.getByRole('textbox', { name: 'Reason' }).fill('Nobody builds any more');
  await look(page, 'webhooks-remove');
  await removal.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: /There is no incoming webhook/ })).toBeVisible();
});

test('an owner sends what is said to a program, and sees what became of it', async ({
  ownServer,
  visit,
}) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  await page.goto(workspace.at('/admin/webhooks'));
  await expect(page.getByRole('heading', { name: /There is no outgoing webhook/ })).toBeVisible();
  await look(page, 'webhooks-none');
  await page.getByRole('button', { name: 'Make a webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a webhook' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Archive');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://127.0.0.1/');
  await dialog.getByRole('checkbox', { name: 'General' }).check();
  await dialog.getByRole('button', { name: 'Make a webhook' }).click();
  await expect(dialog).toContainText('This address is not accepted.');
  await look(page, 'webhooks-new-outgoing');
  // Nobody has this name, by RFC 6761.
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://hooks.invalid/parley');
  await dialog.getByRole('button', { name: 'Make a webhook' }).click();
  const panel = page.getByRole('dialog', { name: 'Archive' });
  await expect(panel.getByText(/^whsec_/)).toBeVisible();
  await panel.getByRole('button', { name: 'Post a trial' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'A trial' })).toBeVisible();
  await look(page, 'webhooks-outgoing-panel');
  await panel.getByRole('checkbox', { name: 'Deleted messages' }).uncheck();
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await panel.getByRole('button', { name: 'Save' }).click();
  await saved;
  // Whoever presses while something is going on has pressed nothing.
  await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel).toContainText('Paused');
  await page.keyboard.press('Escape');
  const row = page.getByRole('row', { name: /Archive/ });
  await expect(row).toContainText('hooks.invalid');
  await expect(row).toContainText('Paused');
  await row.click();
  await expect(panel.getByRole('checkbox', { name: 'Deleted messages' })).not.toBeChecked();
  await expect(panel.getByText(/^whsec_/)).toHaveCount(0);
});

/** The channel that everybody is in from the start. */
async function generalOf(api: Api): Promise<string> {
  const { items } = await api.get<{ items: { id: string; slug?: string }[] }>('/api/chats');
  return items.find(({ slug }) => slug === 'general')!.id;
}
