import type { Locator, Page } from '@playwright/test';
import { Conversation } from './conversation.js';
import { anotherDevice, keptBy } from './device.js';
import { twoInAChannel } from './invitation.js';
import { expect, listen, moving, test } from './stage.js';

test.use(moving);

test('two tabs and another device of one person agree on what is read, and end together', async ({
  arrive,
  visit,
  problems,
}) => {
  const { ada: one, hers, his } = await twoInAChannel(arrive);
  const device = await anotherDevice(one, visit);
  const two = await one.context().newPage();
  listen(two, problems);
  await two.goto('/directory');
  await one.getByRole('link', { name: /Notes to self/ }).click();
  await expect(hers.row('before')).toHaveCount(0);
  const places = [one, two, device];

  await test.step('the same waits on all of them', async () => {
    await Promise.all(places.map((place) => expect(rowOf(place)).toBeVisible()));
    for (const text of ['first news', 'second news']) await his.say(text);
    await mustWait(2);
  });

  await test.step('what one reads is read on all, and its author sees it', async () => {
    await rowOf(device).click();
    await expect(new Conversation(device).row('second news')).toBeVisible();
    await mustWait(0);
    await mustBeSeen(his.row('second news'));
    await device.getByRole('link', { name: /Notes to self/ }).click();
    await expect(new Conversation(device).row('second news')).toHaveCount(0);
    await his.say('third news');
    await mustWait(1);
    await rowOf(two).click();
    await mustWait(0);
    await mustBeSeen(his.row('third news'));
  });

  await test.step('what was read elsewhere is no news, and all see who has seen what is mine', async () => {
    for (const place of [one, device]) await rowOf(place).click();
    const views = places.map((place) => new Conversation(place));
    await views[1]!.say('an answer');
    for (const view of views) await mustBeSeen(view.row('an answer'));
    for (const view of [views[0]!, views[2]!])
      await expect(view.timeline.getByText('New', { exact: true })).toHaveCount(0);
  });

  await test.step('a draft is on the device where it is written, in all of its tabs', async () => {
    await new Conversation(two).composer.fill('half a thought');
    await one.bringToFront();
    await expect(hers.composer).toHaveValue('half a thought');
    await device.reload();
    await expect(new Conversation(device).row('an answer')).toBeVisible();
    await expect(new Conversation(device).composer).toHaveValue('');
  });

  await test.step('who signs out everywhere leaves nothing that the server has', async () => {
    await expect.poll(() => keptBy(one)).toContain('an answer');
    await device.goto('/settings/account');
    await device.getByRole('button', { name: 'Sign out everywhere' }).click();
    await device.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    for (const place of places)
      await expect(place.getByRole('button', { name: 'Sign in' })).toBeVisible();
    for (const place of [one, device]) expect(await keptBy(place)).not.toMatch(/news|answer/);
    // What nobody else has is hers alone to give up: it waits where it was written.
    expect(await keptBy(one)).toContain('half a thought');
  });

  async function mustWait(count: number): Promise<void> {
    for (const place of places) {
      const badge = rowOf(place).locator('ui-badge');
      if (count === 0) await expect(badge).toHaveCount(0);
      else await expect(badge).toContainText(`${count} unread message`);
      await expect(place).toHaveTitle(count > 0 ? new RegExp(`^\\(${count}\\)`) : /^[^(]/);
    }
  }
});

function rowOf(place: Page): Locator {
  return place.getByRole('navigation').getByRole('link', { name: /Phoenix/ });
}

async function mustBeSeen(row: Locator): Promise<void> {
  await expect(row.getByRole('button', { name: 'Seen' })).toBeVisible();
}
