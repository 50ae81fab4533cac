import type { Locator, Page } from '@playwright/test';
import { Api } from './api.js';
import { withDevices } from './calling.js';
import { twoInAChannel } from './invitation.js';
import { glance, look } from './look.js';
import { takePicture } from './picture.js';
import { hearToTheEnd } from './playing.js';
import { expect, test } from './stage.js';

test.use(withDevices);

const panelOf = (page: Page) => page.getByRole('group', { name: 'Recording of a voice message' });
const button = (place: Page | Locator, name: string) => place.getByRole('button', { name });

/** What a recording shows from then on: nobody looks in just that second on a busy machine. */
const [fromSecond1, fromSecond3] = [/^0:(0[1-9]|[1-5]\d)$/, /^0:(0[3-9]|[1-5]\d)$/];

/** Ms that a player says its sound lasts. */
const lengthIn = async (place: Locator) =>
  Number(await place.getByRole('slider', { name: 'Position' }).getAttribute('max'));

async function messagesIn(page: Page): Promise<readonly string[]> {
  const path = `/api/messages/${new URL(page.url()).pathname.split('/')[2]!}?limit=100`;
  const { items } = await (await Api.of(page)).get<{ items: { kind: string }[] }>(path);
  return items.map(({ kind }) => kind).filter((kind) => kind !== 'system');
}

/** As a person does who is asked for the microphone; the one of this browser always says yes. */
function refuse(page: Page, isRefused: boolean): Promise<void> {
  return page.evaluate((refused) => {
    const refusal = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
    if (refused) Object.assign(navigator.mediaDevices, { getUserMedia: refusal });
    else Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
  }, isRefused);
}

function mirror(page: Page, dir: string): Promise<void> {
  return page.evaluate((now) => {
    document.documentElement.dir = now;
  }, dir);
}

test('a voice message is recorded, heard before it is sent, and heard by another to its end', async ({
  arrive,
}) => {
  const { ada, hers, bob, his } = await twoInAChannel(arrive);
  const panel = panelOf(ada);

  await refuse(ada, true);
  await button(ada, 'Record a voice message').click();
  const refusal = ada.getByText('The browser keeps the microphone from this page.');
  await expect(refusal).toBeVisible();
  await glance(ada, 'voice-refused');
  await refuse(ada, false);

  await button(ada, 'Record a voice message').click();
  await expect(refusal).toHaveCount(0);
  await expect(panel.getByRole('timer')).toHaveText(fromSecond1);
  await takePicture(ada, 'voice-recording');
  await button(panel, 'Pause recording').click();
  await expect(button(panel, 'Resume recording')).toBeFocused();
  await look(ada, 'voice-paused');
  await mirror(ada, 'rtl');
  await takePicture(ada, 'voice-paused-mirrored');
  await mirror(ada, 'ltr');
  await button(panel, 'Resume recording').click();
  await expect(panel.getByRole('timer')).toHaveText(fromSecond3);
  await button(panel, 'Stop and listen').click();

  await expect(button(panel, 'Listen')).toBeFocused();
  await look(ada, 'voice-preview');
  const recorded = await lengthIn(panel);
  expect(recorded).toBeGreaterThanOrEqual(3000);
  await hearToTheEnd(panel, 'Listen');
  await button(panel, 'Send voice message').click();
  await expect(panel).toHaveCount(0);
  await expect(hers.composer).toBeFocused();

  const player = his.timeline.locator('app-sound-player');
  await expect(player.locator('app-sound-wave path').first()).toHaveAttribute('d', /v2\d/);
  // A second of it was recorded before the pause, and two after it.
  expect(Math.abs((await lengthIn(player)) - recorded)).toBeLessThan(900);
  const mark = player.getByRole('img', { name: 'Not played yet' });
  await expect(mark).toBeVisible();
  await look(bob, 'voice-new');
  await hearToTheEnd(player, 'Play Voice message');
  await expect(mark).toHaveCount(0);
  const own = hers.timeline.locator('app-sound-player');
  await expect.poll(() => lengthIn(own)).toBe(await lengthIn(player));
});

test('what is held is kept to be heard, and what is discarded leaves nothing', async ({
  arrive,
}) => {
  const { ada, hers } = await twoInAChannel(arrive);
  const panel = panelOf(ada);
  const microphone = button(ada, 'Record a voice message');

  const hold = async () => {
    await microphone.hover();
    await ada.mouse.down();
    await expect(panel.getByRole('timer')).toHaveText(fromSecond1);
  };
  await hold();
  await takePicture(ada, 'voice-held');
  await ada.mouse.up();
  await expect(button(panel, 'Listen')).toBeFocused();
  await ada.keyboard.press('Escape');
  await expect(ada.getByText('Recording discarded')).toBeVisible();
  await expect(panel).toHaveCount(0);
  await expect(hers.composer).toBeFocused();

  await hold();
  const { x, y } = (await panel.boundingBox())!;
  await ada.mouse.move(x + 100, y + 20, { steps: 4 });
  await expect(panel).toHaveCount(0);
  await ada.mouse.up();
  await ada.getByRole('button', { name: 'Undo' }).last().click();
  await expect(button(panel, 'Listen')).toBeFocused();

  // It waits where it was recorded, whatever one looks at meanwhile.
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'Notes to self' })).toBeVisible();
  await expect(panel).toHaveCount(0);
  await ada.goBack();
  await button(panel, 'Discard recording').click();
  await expect(panel).toHaveCount(0);
  await hers.say('nothing but words');
  expect(await messagesIn(ada)).toEqual(['text', 'text']);
});
