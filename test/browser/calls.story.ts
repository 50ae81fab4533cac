import { callerIn, directChat, mustSeeEachOther, twoCallers, withDevices } from './calling.js';
import { anotherDevice } from './device.js';
import { glance, look } from './look.js';
import { takePicture } from './picture.js';
import { expect, test } from './stage.js';

test.use(withDevices);

test('two people talk: it rings, is answered, mute stops the sound, and the end is known', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.call('Voice call');
  await expect(bob.incoming).toBeVisible();
  await expect(ada.stage.getByText('Ringing…')).toBeVisible();
  await look(bob.page, 'call-incoming');
  await takePicture(ada.page, 'call-ringing');
  await bob.answer('Accept');
  await ada.mustTalk();
  await bob.mustTalk();

  await expect.poll(() => bob.numbers()).toMatchObject({ protocol: 'udp', candidateType: 'host' });
  await Promise.all([bob.mustHear(), ada.mustHear()]);
  await look(ada.page, 'call-voice');

  await ada.button('Mute').click();
  await expect(bob.stage.getByRole('img', { name: 'Muted' })).toBeVisible();
  // What was under way is heard to its end.
  await expect.poll(() => bob.loudness()).toBeLessThan(1e-6);
  await expect(ada.stage.getByText('You are muted: nobody hears you')).toBeVisible();

  await ada.button('Back to the chats').click();
  await takePicture(ada.page, 'call-small');
  await ada.chat.say('Still here');
  await bob.button('Leave').click();
  await expect(ada.stage).toHaveCount(0);
  await expect(ada.page.getByText('The call has ended')).toBeVisible();
  await expect(ada.chat.timeline.getByText(/^Ada called · 0:\d\d$/)).toBeVisible();
});

test('two people see each other: camera off and on, and what is on a screen', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.call('Video call');
  await expect(bob.incoming).toHaveAccessibleName('Incoming video call');
  await bob.watchSetUp();
  await bob.answer('Accept with camera');
  for (const one of [ada, bob]) await one.mustTalk();
  await mustSeeEachOther([ada, bob]);
  expect((await bob.setUp()).roundTrips).toBeLessThanOrEqual(6);
  await look(ada.page, 'call-video');

  const inSmall = () =>
    ada.page.evaluate(() => document.pictureInPictureElement?.localName ?? 'none');
  await ada.choose('Picture in picture');
  await expect.poll(inSmall).toBe('video');

  await ada.button('Turn camera off').click();
  await expect(bob.pictureOf(ada)).toHaveCount(0);
  await expect(bob.stage.getByText('Ada', { exact: true }).first()).toBeVisible();
  await ada.page.keyboard.press('v');
  await bob.mustSee(ada);

  await ada.button('Share screen').click();
  await expect(bob.stage.getByText('Ada: screen')).toBeVisible();
  await bob.mustSeeScreenOf(ada);
  await look(bob.page, 'call-screen');
  expect(await ada.screenHint()).toBe('detail');
  await ada.button('More').click();
  await expect(ada.page.getByRole('menuitemradio', { name: 'Screen: smooth film' })).toBeVisible();
  await takePicture(ada.page, 'call-menu');
  await ada.page.getByRole('menuitemradio', { name: 'Screen: smooth film' }).click();
  await expect.poll(() => ada.screenHint()).toBe('motion');
  await bob.mustSeeScreenOf(ada);
  await ada.button('Stop sharing').click();
  await expect(bob.stage.getByText('Ada: screen')).toHaveCount(0);
  await bob.mustSee(ada);
  await expect.poll(inSmall).toBe('video');
  await ada.button('Leave').click();
  await expect.poll(inSmall).toBe('none');
});

test('both show what is on their screens, and stop it here or in the browser', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.call('Voice call');
  await bob.answer('Accept');
  for (const [one, other, colour] of [
    [ada, bob, 'rgb(200 0 200)'],
    [bob, ada, 'rgb(200 200 0)'],
  ] as const) {
    await one.paintScreen(colour);
    await one.button('Share screen').click();
    await other.mustSeeScreenOf(one);
  }
  const near = (colour: readonly number[]) =>
    colour.map((part) => (Math.abs(part - 200) < 20 ? 'full' : part < 20 ? 'none' : part));
  await expect
    .poll(async () => near(await bob.screenColourOf(ada)))
    .toEqual(['full', 'none', 'full']);
  await expect
    .poll(async () => near(await ada.screenColourOf(bob)))
    .toEqual(['full', 'full', 'none']);
  await look(ada.page, 'call-two-screens');

  await ada.endSharingOutside();
  await expect(bob.stage.getByText('Ada: screen')).toHaveCount(0);
  await expect(ada.button('Share screen')).toBeVisible();
  await expect(ada.stage.getByText('Bob: screen')).toBeVisible();
  await bob.button('Stop sharing').click();
  await expect(ada.stage.getByText('Bob: screen')).toHaveCount(0);
  await Promise.all([ada, bob].map((one) => one.mustHear()));
});

test('what is declined, not answered by the caller’s patience, or busy is said on both sides', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  // A dialog is open, or is opened meanwhile: neither lies over who calls.
  await bob.page.keyboard.press('Control+k');
  const dialog = bob.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await ada.call('Voice call');
  await expect(bob.incoming).toBeVisible();
  await bob.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await bob.page.keyboard.press('Control+k');
  await expect(dialog).toBeVisible();
  await look(bob.page, 'call-over-dialog');
  await bob.incoming.getByRole('button', { name: 'Decline' }).click();
  await expect(bob.incoming).toHaveCount(0);
  await bob.page.keyboard.press('Escape');
  await expect(ada.stage).toHaveCount(0);
  await expect(ada.page.getByText('Bob declined')).toBeVisible();
  // It is offered for some seconds only.
  await ada.page.getByRole('button', { name: 'Call again' }).click();
  await expect(bob.chat.timeline.getByText('Ada called · declined')).toBeVisible();
  await expect(bob.incoming).toBeVisible();
  await ada.button('Leave').click();
  await expect(bob.incoming).toHaveCount(0);
  await expect(bob.chat.timeline.getByText('Ada called · cancelled')).toBeVisible();
});

test('what nobody answers stops to ring by itself, and both read that it was missed', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.call('Voice call');
  await expect(bob.incoming).toBeVisible();
  // It rings for three quarters of a minute.
  const once = { timeout: 90_000 };
  await expect(bob.incoming).toHaveCount(0, once);
  await expect(ada.page.getByText('Bob did not answer')).toBeVisible(once);
  await expect(ada.stage).toHaveCount(0);
  for (const { chat } of [ada, bob])
    await expect(chat.timeline.getByText('Ada called · no answer')).toBeVisible();
});

test('the tab that is closed is out of the call, and the other one is told', async ({ arrive }) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.call('Voice call');
  await bob.answer('Accept');
  await ada.mustTalk();
  await bob.page.close();
  await expect(ada.stage).toHaveCount(0);
  await expect(ada.page.getByText('The call has ended')).toBeVisible();
});

test('a second window answers, and its end is known when it alone is closed', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  const window = await bob.page.context().newPage();
  await window.goto(`/c/${bob.chatId}`);
  const second = await callerIn(window, bob.chatId, 'Bob');
  await ada.call('Voice call');
  await expect(bob.incoming).toBeVisible();
  await second.answer('Accept');
  await expect(bob.incoming).toHaveCount(0);
  await expect(bob.stage).toHaveCount(0);
  await ada.mustTalk();
  await second.page.close();
  await expect(ada.page.getByText('The call has ended')).toBeVisible();
});

test('of three browsers one answers, and the others stop to ring', async ({ arrive, visit }) => {
  const { ada, bob } = await twoCallers(arrive);
  const another = async () => {
    const path = `/c/${bob.chatId}`;
    const page = await anotherDevice(bob.page, visit, path);
    await expect(page).toHaveURL(path);
    return callerIn(page, bob.chatId, 'Bob');
  };
  const others = [await another(), await another()] as const;
  await ada.call('Voice call');
  for (const device of [bob, ...others]) await expect(device.incoming).toBeVisible();
  await others[1].answer('Accept');
  for (const device of [bob, others[0]]) await expect(device.incoming).toHaveCount(0);
  await ada.mustTalk();
  await others[1].mustTalk();
  await expect(bob.stage).toHaveCount(0);
});

test('both call at once: it is one call', async ({ arrive }) => {
  const { ada, bob } = await twoCallers(arrive);
  // Where it rings already, the sheet lies over the button: so not by the pointer.
  const buttons = [ada, bob].map(({ page }) => page.getByRole('button', { name: 'Voice call' }));
  await Promise.all(buttons.map((button) => button.dispatchEvent('click')));
  for (const caller of [ada, bob]) await caller.mustTalk();
  await Promise.all([ada, bob].map((caller) => caller.mustHear()));
  await ada.button('Leave').click();
  await expect(bob.stage).toHaveCount(0);
  await expect(bob.chat.timeline.getByText(/called · 0:\d\d$/)).toHaveCount(1);
});

test('who is in a call is busy, and hears of who called', async ({ arrive }) => {
  const { ada, bob } = await twoCallers(arrive);
  const page = await arrive('Eve');
  const eve = await callerIn(page, await directChat(page, bob.page), 'Eve');
  await ada.call('Voice call');
  await bob.answer('Accept');
  await bob.mustTalk();
  await bob.choose('Connection');
  await eve.page.getByRole('button', { name: 'Voice call' }).click();
  // Over the dialog that is open.
  const said = bob.page.locator('.toast', { hasText: 'Eve called while you were in a call' });
  // At once: either stays for some seconds, unless a pointer is over it.
  await Promise.all([
    expect(eve.page.getByText('Bob is in another call')).toBeVisible(),
    said.hover(),
  ]);
  await glance(bob.page, 'call-toast-over-dialog');
  await said.getByRole('button', { name: 'Close' }).click();
  await expect(said).toHaveCount(0);
  await bob.page.keyboard.press('Escape');
  await bob.mustTalk();
});

test('another network, another microphone: the two go on talking', async ({ arrive }) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.call('Video call');
  await bob.answer('Accept with camera');
  for (const caller of [ada, bob]) await caller.mustTalk();

  await test.step('both look for another way at once', async () => {
    const before = await ada.wayOut();
    await Promise.all([ada, bob].map(({ page }) => page.evaluate(comeOnline)));
    await expect.poll(() => ada.wayOut()).not.toBe(before);
    for (const caller of [ada, bob]) await caller.mustTalk();
    await Promise.all([mustSeeEachOther([ada, bob]), bob.mustHear()]);
  });

  await test.step('a microphone and a camera are chosen while one talks', async () => {
    await ada.button('More').click();
    await ada.page.getByRole('menuitem', { name: 'Microphone, camera and speaker' }).click();
    const dialog = ada.page.getByRole('dialog');
    await glance(ada.page, 'call-devices');
    const before = await ada.sentDevices();
    const clear = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    expect(await ada.voiceSettings()).toMatchObject(clear);
    const microphone = dialog.getByLabel('Microphone', { exact: true });
    await microphone.selectOption({ index: 2 });
    // The second one sees depths, which nobody sends.
    await dialog.getByLabel('Camera').selectOption({ index: 3 });
    await expect
      .poll(async () => (await ada.sentDevices()).map((id, at) => id === before[at]))
      .toEqual([false, false]);
    expect(await ada.voiceSettings()).toMatchObject(clear);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await Promise.all([bob.mustHear(), bob.mustSee(ada)]);
    await expect(ada.button('Mute')).toBeVisible();
  });
});

test('who keeps the microphone to themselves is told that nobody hears them', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.page.evaluate(refuseDevices);
  await ada.call('Video call');
  await bob.answer('Accept with camera');
  await ada.mustSee(bob);
  await expect(ada.stage.getByText('The browser keeps the microphone')).toBeVisible();
  await glance(ada.page, 'call-refused');
  await expect(bob.stage.getByRole('img', { name: 'Muted' })).toBeVisible();
});

function comeOnline(): void {
  dispatchEvent(new Event('online'));
}

function refuseDevices(): void {
  const refusal = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
  Object.assign(navigator.mediaDevices, { getUserMedia: refusal });
}

test('by keys alone one calls, answers, mutes, goes back to the chats, and ends the call', async ({
  arrive,
}) => {
  const { ada, bob } = await twoCallers(arrive);
  await ada.page.getByRole('button', { name: 'Voice call' }).focus();
  await ada.page.keyboard.press('Enter');
  await expect(bob.incoming).toBeVisible();
  await bob.chat.composer.press('Alt+c');
  await expect(bob.incoming.getByRole('button', { name: 'Accept', exact: true })).toBeFocused();
  await bob.page.keyboard.press('Enter');
  await expect(bob.stage).toBeFocused();
  await ada.mustTalk();

  await bob.page.keyboard.press('m');
  await expect(ada.stage.getByRole('img', { name: 'Muted' })).toBeVisible();
  await bob.page.keyboard.press('Escape');
  await expect(bob.stage.getByRole('button', { name: 'Show the call' })).toBeVisible();
  await bob.chat.composer.fill('Back in a moment');
  await bob.chat.composer.press('Enter');
  await expect(ada.chat.row('Back in a moment')).toHaveCount(1);
  await bob.chat.composer.press('Alt+c');
  await expect(bob.stage).toBeFocused();
  for (let presses = 0; presses < 3; presses++) await bob.page.keyboard.press('Tab');
  await expect(bob.button('Leave')).toBeFocused();
  await bob.page.keyboard.press('Enter');
  await expect(bob.stage).toHaveCount(0);
  await expect(ada.stage).toHaveCount(0);
});
