import { crew, twoCallers, withDevices, type Caller } from './calling.js';
import type { SetUp } from './set-up-in-page.js';
import { test } from './stage.js';
import { chromiumLaunch } from '../processes/chromium.js';

// `npm run bench -- calls`: how long a call takes to come up in real browsers, and no verdict.

const TIMES = Number(process.env['BENCH_ROUNDS'] ?? 20);

/** Cameras as fast as real ones: the first picture is not waited for. */
test.use({
  launchOptions: {
    ...withDevices.launchOptions,
    args: [
      ...chromiumLaunch.args,
      '--use-fake-device-for-media-stream=device-count=2,fps=30',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  },
});
test.setTimeout(1_200_000);

test('between two, from accepting', async ({ arrive }) => {
  const { ada, bob } = await twoCallers(arrive);
  const setUps: SetUp[] = [];
  for (let n = 0; n < TIMES; n++) {
    await ada.call('Video call');
    await bob.incoming.waitFor();
    // Its own picture is there: what is measured begins when the other one answers.
    await ada.stage.locator('app-call-tile.mine video').waitFor();
    await bob.watchSetUp();
    await bob.answer('Accept with camera');
    setUps.push(await bob.setUp());
    await bob.button('Leave').click();
    await ada.stage.waitFor({ state: 'detached' });
    await bob.page.reload();
  }
  report('between two, from accepting', setUps);
});

test('of several, from joining', async ({ arrive }) => {
  const [ada, ...others] = (await crew(arrive, 'Ada', 'Bob', 'Eve')) as [Caller, ...Caller[]];
  await ada.callGroup('Video call');
  await ada.stage.locator('app-call-tile.mine video').waitFor();
  for (const { incoming } of others)
    await incoming.getByRole('button', { name: 'Decline' }).click();
  const setUps: SetUp[] = [];
  for (let n = 0; n < TIMES; n++) {
    // By turns: nobody may come back into a call without end.
    const comer = others[n % others.length]!;
    await comer.page.getByRole('button', { name: 'Join · 1' }).click();
    await comer.preview.waitFor();
    await comer.watchSetUp();
    await comer.goIn();
    setUps.push(await comer.setUp());
    await comer.button('Leave').click();
    await comer.page.reload();
  }
  report('of several, from joining', setUps);
});

function report(name: string, setUps: readonly SetUp[]): void {
  const ms = setUps.map(({ pictureMs }) => pictureMs).toSorted((a, b) => a - b);
  const part = (fraction: number) => ms[Math.ceil(fraction * ms.length) - 1]!.toFixed(0);
  const roundTrips = Math.max(...setUps.map((setUp) => setUp.roundTrips));
  console.log(`${name}, ${ms.length} times, to the first picture of somebody else:`);
  console.log(`  p50 ${part(0.5)} ms, p95 ${part(0.95)} ms; at most ${roundTrips} round trips`);
  const median = setUps.find(({ pictureMs }) => pictureMs.toFixed(0) === part(0.5))!;
  for (const [atMs, what] of median.marks) console.log(`  ${atMs.toFixed(0).padStart(5)} ${what}`);
}
