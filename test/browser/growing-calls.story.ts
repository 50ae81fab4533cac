import {
  Caller,
  callerIn,
  directChat,
  mustSeeEachOther,
  twoCallers,
  withDevices,
} from './calling.js';
import { knowOnlyRelays, watchPeers } from './in-call-page.js';
import { look } from './look.js';
import { takePicture } from './picture.js';
import { expect, test } from './stage.js';
import { gapsOf, watchForGaps } from './gaps.js';

test.use(withDevices);

test('a third one is added to a call of two, who see each other all the time', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  const eve = new Caller(await arrive('Zoe'), '', 'Zoe');
  await eve.page.evaluate(watchPeers);
  await ada.call('Video call');
  await expect(ada.button('Add people')).toHaveCount(0);
  await bob.answer('Accept with camera');
  await mustSeeEachOther([ada, bob]);
  const players = [ada.pictureOf(bob), ada.voice, bob.pictureOf(ada), bob.voice];
  for (const player of players) await watchForGaps(player);

  await ada.button('Add people').click();
  const adding = ada.page.getByRole('dialog', { name: 'Add people' });
  await adding.getByLabel('Find people').fill('Zoe');
  await adding.getByRole('checkbox', { name: 'Zoe' }).press('Space');
  await look(ada.page, 'call-adding');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding).toHaveCount(0);
  await expect(ada.stage.getByText('Zoe · Ringing…')).toBeVisible();
  await expect(eve.incoming).toHaveAccessibleName('Incoming video call');
  await expect(eve.incoming).toContainText('Ada');
  await look(eve.page, 'call-invited');
  await eve.answer('Accept with camera');

  // Between the two there is no way of their own any more.
  for (const one of [ada, bob]) await expect.poll(() => one.firstWay()).toBe('closed');
  const three = [ada, bob, eve];
  await Promise.all([mustSeeEachOther(three), ...three.map((one) => one.mustHear())]);
  for (const player of players) expect(await gapsOf(player)).toEqual([]);
  await look(ada.page, 'call-of-three');

  // Who was called to it has no chat that leads back.
  await eve.page.reload();
  await eve.page.evaluate(watchPeers);
  await expect(ada.stage.getByText('Zoe', { exact: true })).toHaveCount(0);
  await expect(eve.page.getByText('The call that you left goes on')).toBeVisible();
  await takePicture(eve.page, 'call-way-back');
  await eve.page.getByRole('button', { name: 'Join the call' }).click();
  await expect(eve.stage).toBeVisible();
  await ada.mustSee(eve);

  await bob.button('Leave').click();
  await expect(ada.stage.getByText('Bob', { exact: true })).toHaveCount(0);
  await mustSeeEachOther([ada, eve]);
  await bob.join(2);
  await expect(ada.stage.getByText('Bob', { exact: true })).toBeVisible();
});

test('two who do not reach each other see each other through the server', async ({ arrive }) => {
  const [first, second] = [await arrive('Ada'), await arrive('Bob')];
  // By a relay, and there is none: no way from end to end is found, or offered.
  await second.evaluate(knowOnlyRelays);
  const chatId = await directChat(first, second);
  const ada = await callerIn(first, chatId, 'Ada');
  const bob = await callerIn(second, chatId, 'Bob');
  await ada.call('Video call');
  await bob.answer('Accept with camera');
  await expect(ada.stage.getByText('Connecting…')).toBeVisible();
  for (const [one, other] of [
    [ada, bob],
    [bob, ada],
  ] as const) {
    await expect.poll(() => one.firstWay()).toBe('closed');
    await one.mustTalk();
    await one.mustSee(other);
    await one.mustHear();
  }
  // It is a call between two as before.
  await bob.button('Leave').click();
  await expect(ada.stage).toHaveCount(0);
  await expect(ada.page.getByText('The call has ended')).toBeVisible();
});
