import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { Line } from './line.js';
import { expect, listen, test } from './stage.js';

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
  await expect(second.row('before')).toBeVisible();

  line.cut();
  await one.context().setOffline(true);
  for (const tab of [one, two]) await expect(tab.getByText(/^Offline\./)).toBeVisible();
  for (let n = 1; n <= 5; n++) {
    await first.send(`one ${n}.`);
    await second.send(`two ${n}.`);
  }
  await expect(one.getByText(/10 queued/)).toBeVisible();
  await expect(two.getByText(/10 queued/)).toBeVisible();

  await one.context().setOffline(false);
  line.mend();
  for (const tab of [one, two])
    await expect(tab.getByText(/all sent/)).toBeVisible({ timeout: 20_000 });
  const api = await Api.of(one);
  const chatId = new URL(one.url()).pathname.split('/')[2];
  const { items } = await api.get<{ items: { text: string }[] }>(`/api/messages/${chatId}`);
  const said = items.map(({ text }) => text).filter((text) => /^(one|two) /.test(text));
  expect(said).toHaveLength(10);
  const numbers = [1, 2, 3, 4, 5];
  for (const tab of ['one', 'two'])
    expect(said.filter((text) => text.startsWith(tab))).toEqual(numbers.map((n) => `${tab} ${n}.`));
  for (const shown of [first, second])
    for (const text of said) await expect(shown.row(text)).toHaveCount(1);

  await one.getByRole('button', { name: 'Settings' }).click();
  await one.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const tab of [one, two]) {
    await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(new URL(tab.url()).search).toBe('');
  }
});
