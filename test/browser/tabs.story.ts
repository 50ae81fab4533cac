import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { inviteLink, joinAs } from './invitation.js';
import { Line } from './line.js';
import { expect, listen, moving, test } from './stage.js';

test.use(moving);

test('two tabs of one person send each message once, and sign out together', async ({
  arrive,
  problems,
}) => {
  const one = await arrive('Ada');
  const line = await Line.of(one);
  const first = await createChannel(one, 'Both sides');
  await first.say('before');
  const two = await one.context().newPage();
  listen(two, problems);
  await two.goto(one.url());
  const second = new Conversation(two);
  // What is stored has gone through its outbox, whose code comes after the page.
  await second.say('and before');

  line.cut();
  line.drop();
  await one.context().setOffline(true);
  for (const tab of [one, two]) await expect(tab.getByText(/^Offline\./)).toBeVisible();
  const numbers = [1, 2, 3, 4, 5];
  for (const n of numbers) await first.send(`one ${n}.`);
  // The tabs share what is being written: nobody writes in two of them at once.
  await expect.poll(() => draftsOf(two)).toEqual([]);
  await expect(second.composer).toHaveValue('');
  for (const n of numbers) await second.send(`two ${n}.`);
  await expect(one.getByText(/10 queued/)).toBeVisible();
  await expect(two.getByText(/10 queued/)).toBeVisible();

  await one.context().setOffline(false);
  line.mend();
  for (const tab of [one, two]) await expect(tab.getByText(/all sent/)).toBeVisible();
  const api = await Api.of(one);
  const chatId = new URL(one.url()).pathname.split('/')[2];
  const { items } = await api.get<{ items: { text: string }[] }>(`/api/messages/${chatId}`);
  const said = items.map(({ text }) => text).filter((text) => /^(one|two) /.test(text));
  expect(said).toEqual(['one', 'two'].flatMap((tab) => numbers.map((n) => `${tab} ${n}.`)));
  for (const shown of [first, second])
    for (const text of said) await expect(shown.row(text)).toHaveCount(1);

  await one.getByRole('button', { name: 'Settings' }).click();
  await one.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const tab of [one, two]) {
    await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(new URL(tab.url()).search).toBe('');
  }
});

test('tabs share one line and one draft; when the tab with the line closes, the other goes on', async ({
  arrive,
  visit,
  problems,
}) => {
  const one = await arrive('Ada');
  const first = await createChannel(one, 'One line');
  const bob = await visit();
  await bob.goto(await inviteLink(one));
  const his = await joinAs(bob, 'Bob');
  const two = await one.context().newPage();
  listen(two, problems);
  const lines: string[] = [];
  two.on('websocket', (socket) => lines.push(socket.url()));
  await two.goto(one.url());
  const second = new Conversation(two);

  await second.say('by the line of the other tab');
  await expect(first.row('by the line of the other tab')).toHaveCount(1);
  await his.say('to both');
  for (const shown of [first, second]) await expect(shown.row('to both')).toHaveCount(1);
  expect(lines).toEqual([]);

  await second.composer.fill('half a sentence');
  await one.bringToFront();
  await expect(first.composer).toHaveValue('half a sentence');
  await first.say('half a sentence');
  await expect(second.composer).toHaveValue('');

  await one.close();
  await his.say('is anybody there?');
  await expect(second.row('is anybody there?')).toHaveCount(1);
  await second.say('I am');
  await expect(his.row('I am')).toHaveCount(1);
  expect(lines).toHaveLength(1);
  await expect(two.getByText(/Complete to #\d+: nothing missing/)).toBeVisible();
});

/** What waits in this browser, by the person. */
function draftsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('drafts')));
}
