import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { forget, listenToLiveRegions, said } from './live-regions.js';
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
  const before = Array.from({ length: 60 }, (_, n) => `before ${n + 1}.`);
  await api.say(chatId, before.slice(0, 30));
  await api.say(chatId, before.slice(30));
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
