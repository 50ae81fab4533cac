import { readdir, readFile, readlink } from 'node:fs/promises';
import { crew, mustSeeEachOther, withDevices, type Caller } from './calling.js';
import { look } from './look.js';
import { takePicture } from './picture.js';
import { expect, test } from './stage.js';

test.use(withDevices);

// Whoever is in a call of several asks most: with the limits that there are without any setting.
test.use({ settings: { PARLEY_SOCKET_BURST: undefined, PARLEY_SOCKET_RATE: undefined } });

test('four people see and hear each other, come late, leave and come back', async ({
  arrive,
  stage,
}) => {
  const [ada, bob, eve, dan] = (await crew(arrive, 'Ada', 'Bob', 'Eve', 'Dan')) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ];
  await ada.callGroup('Video call');
  // While it rings: nobody knows how long all that follows takes.
  await dan.incoming.getByRole('button', { name: 'Decline' }).click();
  await expect(dan.incoming).toHaveCount(0);
  await expect(bob.incoming).toBeVisible();
  await look(bob.page, 'group-incoming');
  await bob.answer('Accept with camera');
  await eve.answer('Accept with camera');
  await mustSeeEachOther([ada, bob, eve]);

  await dan.page.getByRole('button', { name: 'Join · 3' }).click();
  await look(dan.page, 'call-preview');
  await dan.watchSetUp();
  await dan.goIn();
  await Promise.all([ada, bob, eve].map((other) => dan.mustSee(other)));
  expect((await dan.setUp()).roundTrips).toBeLessThanOrEqual(6);
  await dan.mustHear();
  await dan.button('Turn camera on').click();
  await Promise.all([ada, bob, eve].map((other) => other.mustSee(dan)));
  await look(ada.page, 'group-call');
  await ada.choose('Show who speaks large');
  await expect(ada.stage.locator('.large app-call-tile')).toHaveCount(1);
  await expect(ada.stage.locator('.people app-call-tile')).toHaveCount(3);
  await takePicture(ada.page, 'group-call-speaker');
  // All of them beep: who is the only one is heard, and seen large.
  await ada.button('Mute').click();
  for (const [silent, speaker] of [
    [[bob, eve], dan],
    [[dan, eve], bob],
  ] as const) {
    for (const one of silent) await one.button('Mute').click();
    await expect(ada.stage.locator('.large')).toContainText(speaker.name);
    for (const one of silent) await one.button('Unmute').click();
  }
  await ada.button('Unmute').click();
  await ada.choose('Connection');
  const connection = ada.page.getByRole('dialog', { name: 'Connection' });
  for (const name of ['Bob', 'Eve', 'Dan'])
    await expect(connection.getByRole('region', { name })).toContainText(
      /Voice.* kbit\/s.*Camera.* kbit\/s.* pictures a second/,
    );
  await look(ada.page, 'call-connection');
  await ada.page.keyboard.press('Escape');
  await ada.choose('Show all alike');

  await bob.button('Leave').click();
  await expect(ada.pictureOf(bob)).toHaveCount(0);
  await expect(ada.stage.getByText('Bob', { exact: true })).toHaveCount(0);
  await eve.mustSee(dan);
  await bob.page.getByRole('button', { name: 'Join · 3' }).click();
  await bob.preview.getByRole('button', { name: 'Turn camera on' }).click();
  await expect(bob.preview.locator('video')).toBeVisible();
  await bob.goIn();
  await mustBeTogether([ada, bob, eve, dan]);
  const { protocol, ciphers } = await ada.numbers();
  const [first] = await mediaWorkersOf(stage.server.pid!);
  const isBuiltHere = (await readlink(`/proc/${first}/exe`)).includes('-built-');
  const cipher = `SRTP_AEAD_AES_${isBuiltHere ? 128 : 256}_GCM`;
  expect([protocol, ciphers]).toEqual(['udp', [cipher]]);

  // What carries their media dies: it comes back by itself, with all of them and no ghosts.
  const closed = new Map<Caller, number>();
  for (const one of [ada, bob, eve, dan]) closed.set(one, await one.waysClosed());
  for (const pid of await mediaWorkersOf(stage.server.pid!)) process.kill(pid, 'SIGKILL');
  // Both ways of each; more, where one of those that follow came to nothing.
  for (const [one, before] of closed)
    await expect.poll(() => one.waysClosed()).toBeGreaterThanOrEqual(before + 2);
  await mustBeTogether([ada, bob, eve, dan]);
});

test('a picture comes as large as it is shown, in layers where a machine makes them', async ({
  arrive,
}) => {
  const [ada, bob] = (await crew(arrive, 'Ada', 'Bob')) as [Caller, Caller];
  await bob.page.evaluate(() => {
    const well = { supported: true, smooth: true, powerEfficient: true };
    navigator.mediaCapabilities.encodingInfo = () => Promise.resolve(well);
  });
  await ada.callGroup('Video call');
  await bob.answer('Accept with camera');
  await ada.mustSee(bob);
  await bob.mustSee(ada);
  await expect.poll(() => bob.sentPictures()).toEqual([['video/VP9', 'L3T3_KEY']]);
  // Of those sizes that nobody looks at, nothing is sent.
  await expect
    .poll(async () => (await ada.sentPictures()).map(([codec]) => codec))
    .toEqual(Array(3).fill('video/VP8'));
  for (const one of [ada, bob]) await expect.poll(() => one.incomingHeight()).toBeGreaterThan(180);
  for (const one of [ada, bob]) await one.button('Back to the chats').click();
  for (const one of [ada, bob]) await expect.poll(() => one.incomingHeight()).toBe(180);
});

/** Each sees each other one, hears somebody, and has nobody else on the stage. */
async function mustBeTogether(people: readonly Caller[]): Promise<void> {
  await Promise.all([mustSeeEachOther(people), ...people.map((one) => one.mustHear())]);
  for (const one of people)
    await expect(one.stage.locator('app-call-tile')).toHaveCount(people.length);
}

/** The processes of a server that carry media; there is one at least. */
async function mediaWorkersOf(serverPid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const isWorker = async (pid: number) => {
    // As `pid (name) state parent …`; empty for one that has just ended.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
    return name?.startsWith('mediasoup') && Number(parent) === serverPid;
  };
  const flags = await Promise.all(pids.map(isWorker));
  const workers = pids.filter((_, at) => flags[at]);
  expect(workers.length).toBeGreaterThan(0);
  return workers;
}
