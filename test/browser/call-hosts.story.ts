import { Api } from './api.js';
import { crew, withDevices, type Caller } from './calling.js';
import { listenToLiveRegions, said } from './live-regions.js';
import { look } from './look.js';
import { expect, test, type Arrive } from './stage.js';

test.use(withDevices);

type Three = readonly [Caller, Caller, Caller];

/** Ada has made the channel and has begun the call; the others have come. */
async function callOf(arrive: Arrive): Promise<Three> {
  const all = (await crew(arrive, 'Ada', 'Bob', 'Eve')) as [Caller, Caller, Caller];
  const [ada, bob, eve] = all;
  await ada.callGroup('Voice call');
  for (const other of [bob, eve]) await other.answer('Accept');
  for (const one of all) await expect(one.stage.locator('app-call-tile')).toHaveCount(2);
  return all;
}

const idOf = async ({ page }: Caller) =>
  (await (await Api.of(page)).get<{ id: string }>('/api/auth/me')).id;

/** Who is in the call, opened. */
async function peopleOf(one: Caller) {
  await one.button('People in the call').click();
  const list = one.page.getByRole('dialog', { name: 'People in the call' });
  await expect(list).toBeVisible();
  return list;
}

test('in one call hosts mute, hands are raised, and it is locked', async ({ arrive }) => {
  const three = await callOf(arrive);
  await test.step('a host mutes one, and nobody hears them until they want it', () => mute(three));
  await test.step('hands are seen in the order in which they were raised', () => raise(three));
  await test.step('a locked call turns away, and who is removed does not come back', () =>
    lockAndRemove(three));
});

async function mute([ada, bob, eve]: Three): Promise<void> {
  const [adaId, bobId] = [await idOf(ada), await idOf(bob)];
  const hears = async (userId: string) => {
    const before = await eve.voicePackets(userId);
    await expect.poll(() => eve.voicePackets(userId)).toBeGreaterThan(before + 100);
  };
  await hears(bobId);
  const list = await peopleOf(ada);
  await look(ada.page, 'call-people');
  await listenToLiveRegions(bob.page);
  await list.getByRole('button', { name: 'Mute Bob' }).click();
  await expect(bob.button('Unmute')).toBeVisible();
  await expect.poll(() => said(bob.page)).toContain('Ada has muted you');
  await expect(bob.stage.getByText('Ada has muted you')).toBeVisible();
  await expect(eve.tile('Bob').getByLabel('Muted')).toBeVisible();
  await expect(list.getByRole('button', { name: 'Mute Bob' })).toHaveCount(0);
  await look(bob.page, 'call-muted');

  // What was on its way comes before what another says since, by the same way.
  await hears(adaId);
  const before = await eve.voicePackets(bobId);
  await hears(adaId);
  expect((await eve.voicePackets(bobId)) - before).toBeLessThan(10);

  await bob.button('Unmute').click();
  await hears(bobId);
  await expect(eve.tile('Bob').getByLabel('Muted')).toHaveCount(0);
  await expect(bob.stage.getByText('Ada has muted you')).toHaveCount(0);

  await list.getByRole('button', { name: 'Mute everybody else' }).click();
  for (const one of [bob, eve]) await expect(one.button('Unmute')).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(ada.button('Mute')).toBeVisible();
  for (const one of [bob, eve]) await one.button('Unmute').click();
}

/** What is said of somebody, and nothing of the connection. */
const saidOf = async ({ page }: Caller, name: string) =>
  (await said(page)).filter((words) => words.startsWith(name));

async function raise([ada, bob, eve]: Three): Promise<void> {
  for (const one of [ada, bob]) await listenToLiveRegions(one.page);
  await bob.stage.press('h');
  await expect(bob.button('Lower hand')).toBeVisible();
  await expect(ada.tile('Bob').getByLabel('Hand raised, number 1')).toBeVisible();
  await eve.button('Raise hand').click();
  await expect(ada.tile('Eve').getByLabel('Hand raised, number 2')).toBeVisible();
  await expect.poll(() => saidOf(ada, 'Eve')).toEqual(['Eve raises a hand']);
  expect(await saidOf(ada, 'Bob')).toEqual(['Bob raises a hand']);
  await look(ada.page, 'call-hands');

  const list = await peopleOf(ada);
  await expect(list.getByRole('listitem').first()).toContainText('Bob');
  await list.getByRole('button', { name: 'Lower the hand of Bob' }).click();
  await expect(list.getByRole('listitem').first()).toContainText('Eve');
  await expect(bob.button('Raise hand')).toBeVisible();
  await expect(bob.tile('Eve').getByLabel('Hand raised, number 1')).toBeVisible();
  const mine = ['Your hand is raised', 'Your hand is lowered'];
  await expect.poll(() => saidOf(bob, 'Your hand')).toEqual(mine);

  const others = await peopleOf(bob);
  await expect(others.getByRole('listitem')).toHaveCount(3);
  await expect(others.getByRole('listitem').getByRole('button')).toHaveCount(0);
  // Also while a dialog hides from a screen reader what is behind it.
  await eve.paintScreen('rgb(0 200 0)');
  await eve.button('Share screen').click();
  const shared = bob.page.getByText('Eve: screen', { exact: true });
  await expect(shared).toBeVisible();
  const eveId = await idOf(eve);
  await expect.poll(() => bob.screenEnergy(eveId)).toBeGreaterThan(1e-3);
  await eve.button('Stop sharing').click();
  await expect(shared).toHaveCount(0);
  await bob.page.keyboard.press('Escape');
  await eve.button('Leave').click();
  await expect(bob.stage.getByLabel(/^Hand raised/)).toHaveCount(0);
  await eve.join(2);
  await expect
    .poll(() => saidOf(bob, 'Eve'))
    .toEqual([
      'Eve raises a hand',
      'Eve shares a screen',
      'Eve no longer shares a screen',
      'Eve has left',
      'Eve has joined',
    ]);
  await ada.page.keyboard.press('Escape');
}

async function lockAndRemove([ada, bob, eve]: Three): Promise<void> {
  const list = await peopleOf(ada);
  await list.getByText('Lock the call').click();
  await expect(bob.stage.getByLabel('Locked: nobody else comes in')).toBeVisible();
  await eve.button('Leave').click();
  const tryToJoin = async ({ page, preview }: Caller) => {
    await page.getByRole('button', { name: 'Join · 2' }).click();
    await preview.getByRole('button', { name: 'Join the call' }).click();
  };
  await tryToJoin(eve);
  const refusal = eve.page.getByText('The call is locked: nobody else comes in.');
  await expect(refusal).toBeVisible();
  await expect(eve.stage).toHaveCount(0);
  await list.getByText('Lock the call').click();
  await expect(bob.stage.getByLabel('Locked: nobody else comes in')).toHaveCount(0);
  await eve.join(2);

  await list.getByRole('button', { name: 'Remove Bob from the call' }).click();
  const question = ada.page.getByRole('dialog', { name: 'Remove Bob from the call?' });
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(bob.stage).toHaveCount(0);
  await expect(bob.page.getByText('You were removed from the call')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(eve.tile('Bob')).toHaveCount(0);
  await tryToJoin(bob);
  await expect(bob.page.getByText('You were removed from this call.')).toBeVisible();
  await expect(bob.stage).toHaveCount(0);
  // The others go on.
  await expect(eve.tile('Ada')).toBeVisible();
}
