import { UserId, type Message } from '@app/contracts';
import { JobQueue } from '@app/platform';
import { eventually, ManualTime } from '@app/platform/testing';
import { ChatPlaces } from '../telling/chat-places.js';
import { jobsBy, NotificationsBench, person } from '../testing/notifications-bench.js';
import { PushEndpoint } from '../testing/push-endpoint.js';

/** Until what was told is pushed; also the longest pause before it is tried for a second time. */
const graceMs = 2000;

let service: PushEndpoint;
let bench: NotificationsBench;
let clock: ManualTime;
/** What became of each try of a push, in no order. */
let outcomes: string[];
let count = 0;

beforeAll(async () => {
  service = await PushEndpoint.start();
  clock = new ManualTime('2026-03-02T11:00:01.000Z');
  bench = await NotificationsBench.open({ clock, makePorts: jobsBy(clock, clock) });
  bench.app.get(JobQueue).watch((name, outcome) => {
    if (name.startsWith('notifications.push')) outcomes.push(`${name.slice(14)} ${outcome}`);
  });
});

afterAll(async () => {
  await bench.close();
  await service.close();
});

/** Something that ann has said to bob, who has a device, and that waits to be pushed. */
async function told() {
  const round = ++count;
  const [ann, bob] = [`ann${round}`, `bob${round}`];
  const chatId = bench.chats.chat(`last${round}`, 'direct', ann, bob);
  await bench.api.subscribe(person(bob), service.browser(bob));
  const message = await bench.say(chatId, ann, 'Secret');
  const places = bench.app.get(ChatPlaces);
  await eventually(async () => expect((await places.of(chatId))?.rev).toBe(message.rev));
  return { message, ann, bob };
}

/** Time passes until pushes are due, and this became of them. */
async function pass(...expected: readonly string[]): Promise<void> {
  outcomes = [];
  // The queue looks each second.
  clock.advance(graceMs);
  await eventually(() => expect(outcomes).toHaveLength(expected.length));
  expect(outcomes.toSorted()).toEqual(expected.toSorted());
}

async function block(one: string, other: string): Promise<void> {
  bench.chats.blocks.add(`${one} ${other}`);
  const fact = { userId: UserId.parse(one), otherId: UserId.parse(other) };
  await bench.publish('user.blocked', fact);
}

type Told = Awaited<ReturnType<typeof told>>;

const change = (message: Message, about: Partial<Message>) =>
  bench.chats.change(message, { version: 2, ...about });

const ends: [string, (of: Told) => unknown][] = [
  ['is deleted', ({ message }) => change(message, { text: '', deletedAt: message.createdAt })],
  ['its reader has hidden', ({ message }) => change(message, { text: '', isHidden: true })],
  ['is of whom its reader blocks', ({ ann, bob }) => block(bob, ann)],
  ['is of who blocks its reader', ({ ann, bob }) => block(ann, bob)],
];

const changes: [string, (of: Told) => unknown, object][] = [
  ['as it is said now', ({ message }) => change(message, { text: 'Better' }), { text: 'Better' }],
  [
    'as its reader wants it shown now',
    ({ bob }) => bench.api.updateSettings(person(bob), { push: 'id-only' }),
    {},
  ],
];

const firstTry = ['push done', 'push-send retried'];

describe('The last look at what is pushed', () => {
  it.each(ends)('lets nothing through that %s meanwhile', async (_, happen) => {
    const one = await told();
    await happen(one);
    const { asked } = service;
    await pass('push done', 'push-send done');
    expect(service.asked).toBe(asked);
  });

  it.each(ends)('lets nothing through that %s before it is tried again', async (_, happen) => {
    const one = await told();
    service.answer(one.bob, 503);
    await pass(...firstTry);
    await happen(one);
    const { asked } = service;
    await pass('push-send done');
    expect(service.asked).toBe(asked);
  });

  it.each(changes)('pushes it %s', async (_, happen, words) => {
    const one = await told();
    await happen(one);
    await pass('push done', 'push-send done');
    expectShown(one, words);
  });

  it.each(changes)('pushes it %s, also where it is tried again', async (_, happen, words) => {
    const one = await told();
    service.answer(one.bob, 503);
    await pass(...firstTry);
    await happen(one);
    await pass('push-send done');
    expectShown(one, words);
  });
});

/** `words`: none where the person wants none shown. */
function expectShown({ message: { chatId, seq }, ann, bob }: Told, words: object): void {
  const named = 'text' in words ? { from: ann, ...words } : {};
  expect(service.of(bob)).toEqual([{ type: 'show', cause: 'message', chatId, seq, ...named }]);
}
