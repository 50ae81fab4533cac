import { Conversation, createChannel, inviteLink } from './conversation.js';
import { expect, fillRegistration, listen, test } from './stage.js';

test('a server that is killed and comes back needs no reload', async ({
  arrive,
  browser,
  problems,
  stage,
}) => {
  const ada = await arrive('Ada');
  const hers = await createChannel(ada, 'Phoenix');
  const link = await inviteLink(ada);
  const context = await browser.newContext({ baseURL: stage.server.url });
  const bob = await context.newPage();
  listen(bob, problems);
  await bob.goto(link);
  await bob.getByRole('link', { name: 'Create an account' }).click();
  await fillRegistration(bob, 'Bob');
  await bob.getByRole('button', { name: 'Join the chat' }).click();
  const his = new Conversation(bob);
  await hers.say('before');
  await expect(his.row('before')).toBeVisible();

  await stage.server.kill();
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  await hers.send('while it was dead, 1');
  await hers.send('while it was dead, 2');
  await his.send('from the other side');
  await stage.server.restart();

  await expect(his.row('while it was dead, 2')).toHaveCount(1);
  await expect(his.row('while it was dead, 1')).toHaveCount(1);
  await expect(hers.row('from the other side')).toHaveCount(1);
  await hers.say('after');
  await expect(his.row('after')).toBeVisible();
  await expect(ada.getByText(/Complete to #\d+: nothing missing/)).toBeVisible();
  await context.close();
});
