import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { expect, test } from './stage.js';

test('a screen reader says each message of others once, in order, and nothing else', async ({
  arrive,
}) => {
  const ada = await arrive('Ada');
  const hers = await createChannel(ada, 'Read aloud');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const bob = await arrive('Bob');
  await letIn(await Api.of(ada), await Api.of(bob), chatId);
  const api = await Api.of(ada);
  for (let n = 1; n <= 60; n++) await api.post('/api/messages', { chatId, text: `before ${n}.` });
  await bob
    .getByRole('navigation')
    .getByRole('link', { name: /Read aloud/ })
    .click();
  const his = new Conversation(bob);
  // All of it has come while he was here, and is unread: he begins there, and goes to the end.
  await expect(his.timeline.getByText('New', { exact: true })).toBeInViewport();
  await bob.getByRole('button', { name: /^Jump to / }).click();
  await expect(his.row('before 60.')).toBeInViewport();
  await listenToLiveRegions(bob);

  await test.step('one by one, and three at once', async () => {
    await api.post('/api/messages', { chatId, text: 'one.' });
    await expect(his.row('one.')).toBeVisible();
    await Promise.all(
      ['two.', 'three.', 'four.'].map((text) => api.post('/api/messages', { chatId, text })),
    );
    await expect.poll(async () => (await said(bob)).length).toBe(4);
    const [first, ...burst] = await said(bob);
    expect(first).toBe('Ada: one.');
    expect(new Set(burst)).toEqual(new Set(['Ada: two.', 'Ada: three.', 'Ada: four.']));
    const words = burst.map((line) => line.slice('Ada: '.length));
    for (const text of words) await expect(his.row(text)).toBeVisible();
    const shown = await his.timeline.locator('ui-message-row').allInnerTexts();
    const places = words.map((text) => shown.findIndex((row) => row.includes(text)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  await test.step('and again by the row to which keys lead', async () => {
    const row = his.row('one.');
    await row.focus();
    await expect(row).toHaveAccessibleName(/^Ada, \d+:\d+/);
    await expect(row).toHaveAccessibleDescription('one.');
  });

  await test.step('who types is said once, however much they type', async () => {
    await forget(bob);
    await hers.composer.pressSequentially('a long thought, letter by letter');
    await expect(bob.getByText('Ada is typing…')).toBeVisible();
    await hers.composer.press('Enter');
    await expect(his.row('letter by letter')).toBeVisible();
    await expect
      .poll(() => said(bob))
      .toEqual(['Ada is typing…', 'Ada: a long thought, letter by letter']);
  });

  await test.step('what one writes oneself is not said, nor what became of it', async () => {
    await forget(bob);
    await his.say('mine.');
    await expect(hers.row('mine.')).toBeVisible();
    await his.edit('mine.', 'mine, changed.');
    await expect(hers.row('mine, changed.')).toBeVisible();
    await api.post('/api/messages', { chatId, text: 'last.' });
    await expect.poll(() => said(bob)).toEqual(['Ada: last.']);
  });

  await test.step('nor what scrolling brings in', async () => {
    await forget(bob);
    // Each page that comes keeps the place, so the beginning is some pages away.
    await expect(async () => {
      await his.timeline.evaluate((log) => log.scrollTo(0, 0));
      await expect(his.row(/before 1\./)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await api.post('/api/messages', { chatId, text: 'while reading back.' });
    await expect.poll(() => said(bob)).toEqual(['Ada: while reading back.']);
  });
});

interface Heard {
  heard: string[];
}

/**
 * What a screen reader would say from now on: text that is added to a polite or assertive region,
 * or replaced there; what is taken away is not said.
 */
async function listenToLiveRegions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const isSaid = (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest('[aria-live], [role=status], [role=alert], [role=log]');
      return !!region && region.getAttribute('aria-live') !== 'off';
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const texts = type === 'characterData' ? [target] : [...addedNodes];
        for (const node of texts) {
          const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
          if (text !== '' && isSaid(node)) heard.push(text);
        }
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(globalThis as unknown as Heard).heard]);
}

function forget(page: Page): Promise<void> {
  return page.evaluate(() => void ((globalThis as unknown as Heard).heard.length = 0));
}
