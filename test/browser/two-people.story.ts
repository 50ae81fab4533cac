import { Conversation, createChannel, inviteLink } from './conversation.js';
import { expect, fillRegistration, listen, test } from './stage.js';

test('two people chat in two browsers, from the invitation to a deletion', async ({
  arrive,
  browser,
  problems,
  stage,
}) => {
  const ada = await arrive('Ada');
  const hers = await createChannel(ada, 'Crew');
  const link = await inviteLink(ada);

  const context = await browser.newContext({ baseURL: stage.server.url });
  const bob = await context.newPage();
  listen(bob, problems);
  await bob.goto(link);
  await expect(bob.getByText('Ada invites you to Crew')).toBeVisible();
  await bob.getByRole('link', { name: 'Create an account' }).click();
  await fillRegistration(bob, 'Bob');
  await bob.getByRole('button', { name: 'Join the chat' }).click();
  await expect(bob.getByRole('heading', { level: 1, name: 'Crew' })).toBeVisible();
  const his = new Conversation(bob);
  await expect(hers.timeline.getByText('Bob joined')).toBeVisible();

  // Both ways, live.
  await hers.say('Hello Bob');
  await expect(his.row('Hello Bob')).toBeVisible();
  await his.say('Hello Ada');
  await expect(hers.row('Hello Ada')).toBeVisible();

  // Bob has seen it: his page is open at the end.
  await expect(hers.row('Hello Bob').getByRole('button', { name: /Seen/ })).toBeVisible();

  // Typing comes and goes.
  await his.composer.pressSequentially('I am thinking');
  await expect(ada.getByText('Bob is typing…')).toBeVisible();
  await his.composer.fill('');
  await expect(ada.getByText('Bob is typing…')).toBeHidden();

  // Presence.
  await expect(ada.getByText(/2 online/).first()).toBeVisible();

  await hers.edit('Hello Bob', 'Hello, dear Bob');
  await expect(his.row('Hello, dear Bob').getByText('edited')).toBeVisible();
  await his
    .row('Hello, dear Bob')
    .getByRole('button', { name: /edited|earlier/i })
    .click();
  await expect(bob.getByRole('dialog').getByText('Hello Bob')).toBeVisible();
  await bob.keyboard.press('Escape');

  await hers.delete('Hello, dear Bob');
  await expect(his.timeline.getByText('This message was deleted')).toBeVisible();
  await expect(his.row('Hello, dear Bob')).toHaveCount(0);

  // Nothing is missing, and the client says so.
  await expect(ada.getByText(/Complete to #\d+: nothing missing/)).toBeVisible();
  await context.close();
});
