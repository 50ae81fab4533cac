import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { twoInAChannel } from './invitation.js';
import { expect, test as base } from './stage.js';

/** Every service alone, twice, behind nginx. */
const test = base.extend<object, { ours: ClusterOfTests }>({
  ours: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names off this pattern.
    async ({}, use) => {
      const ours = await ClusterOfTests.start();
      await use(ours);
      await ours.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  address: [({ ours }, use) => use(ours.url), { scope: 'worker' }],
});

test('whatever dies, two people read the same in the same order, without a reload', async ({
  arrive,
  ours,
}) => {
  const { ada, bob, hers, his } = await twoInAChannel(arrive);
  const loadedAt = await bob.evaluate(() => performance.timeOrigin);

  const words: string[] = [];
  for (const name of ['redis', 'gateway-1', 'chat-1', 'gateway-2', 'chat-2']) {
    const part = ours.cluster.part(name);
    words.push(`as ${name} dies`, `without ${name}`, `after ${name}`);
    await hers.send(`as ${name} dies`);
    await part.kill();
    await his.send(`without ${name}`);
    await part.start();
    await hers.say(`after ${name}`);
    await expect(his.row(`after ${name}`)).toBeVisible();
  }

  for (const text of words) {
    for (const person of [hers, his]) await expect(person.row(text)).toHaveCount(1);
    // Whoever has written it shows it last until they hear that it is stored.
    await (text.startsWith('without') ? his : hers).mustHaveStored(text);
  }
  await expect(ada.getByText(/Complete to #\d+: nothing missing/)).toBeVisible();
  const order = (await hers.timeline.innerText())
    .split('\n')
    .filter((line) => words.includes(line));
  expect(order).toHaveLength(words.length);
  expect(
    (await his.timeline.innerText()).split('\n').filter((line) => words.includes(line)),
  ).toEqual(order);
  expect(await bob.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
});
