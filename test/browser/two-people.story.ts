import { createChannel } from './conversation.js';
import { inviteLink, joinAs } from './invitation.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

test('two people chat in two browsers, from the invitation to a deletion', async ({
  arrive,
  visit,
}) => {
  const ada = await arrive('Ada');
  const hers = await createChannel(ada, 'Crew');
  const bob = await visit();
  await bob.goto(await inviteLink(ada));
  await expect(bob.getByText('Ada invites you to Crew')).toBeVisible();
  const his = await joinAs(bob, 'Bob');
  await expect(bob.getByRole('heading', { level: 1, name: 'Crew' })).toBeVisible();
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
});
