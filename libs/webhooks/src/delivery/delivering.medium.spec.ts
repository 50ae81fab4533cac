import type { IncomingHttpHeaders } from 'node:http';
import { UserId, WebhookHeaders, type WebhookWithSecret } from '@app/contracts';
import type { ModelChat } from '@app/contracts/testing';
import { eventually } from '@app/platform/testing';
import { WebhooksRepository } from '../hooks/webhooks.repository.js';
import { maxRefusals } from './lane-times.js';
import { LanesRepository } from './lanes.repository.js';
import { WebhookReceiver } from '../testing/webhook-receiver.js';
import { origin, person, WebhooksBench } from '../testing/webhooks-bench.js';

const bob = UserId.parse('bob');
const ada = person('ada');
const minute = 60_000;
const day = 86_400_000;

let bench: WebhooksBench;
let receiver: WebhookReceiver;
let chat: ModelChat;
let chats = 0;

beforeAll(async () => {
  bench = await WebhooksBench.open();
});

afterAll(() => bench.close());

beforeEach(async () => {
  receiver = await WebhookReceiver.start();
  chat = bench.paper.chat(`chat${++chats}`, 'ada');
});

afterEach(() => receiver.down());

async function hook(process = bench): Promise<WebhookWithSecret> {
  const webhook = await process.make({ url: receiver.url, chatIds: [chat.chatId] });
  receiver.secrets.set(webhook.id, webhook.secret);
  return webhook;
}

const say = (text: string) => bench.tell(chat.append(bob, { text }));
const arrive = (...expected: readonly string[]) =>
  eventually(() => expect(receiver.brief()).toEqual(expected));

/** Unless something is in the air, much time passes at once, and what is due is looked for. */
async function pass(ms: number): Promise<void> {
  if (!(await bench.isIdle())) return;
  bench.clock.pass(ms);
  bench.clock.advance(1000);
}

/** Until as many requests were made as that; time passes, a minute at a time. */
const passUntilAsked = (count: number) =>
  eventually(async () => {
    if (receiver.heard.length < count) await pass(15 * minute);
    expect(receiver.heard.length).toBeGreaterThanOrEqual(count);
  });

const deliveries = async ({ id }: WebhookWithSecret, state?: 'delivered' | 'dead') =>
  (await bench.api.deliveries(ada, { webhookId: id, limit: 100, state })).items;
const stateOf = async ({ id }: WebhookWithSecret) =>
  (await bench.api.get(ada, { webhookId: id })).state;
const activate = ({ id }: WebhookWithSecret, state: 'active' | 'paused' = 'active') =>
  bench.api.change(ada, { webhookId: id, patch: { state }, origin });

/** Whether the headers are those that the document promises. */
function shownIn(heard: IncomingHttpHeaders) {
  const promised = Object.keys(WebhookHeaders.shape).map((name) => [
    name,
    heard[name.toLowerCase()],
  ]);
  const headers = Object.fromEntries(promised) as Record<string, string>;
  const timestamp = Number(headers['Parley-Timestamp']);
  return WebhookHeaders.safeParse({ ...headers, 'Parley-Timestamp': timestamp });
}

it('posts what is said from now on, signed, in its order and once', async () => {
  await say('Before');
  const webhook = await hook();
  for (let n = 0; n < 30; n++) await say(`Number ${n}`);
  await arrive(...Array.from({ length: 30 }, (_, n) => `${n + 2} created`));
  expect(receiver.arrived.map(({ message }) => message!.text).at(-1)).toBe('Number 29');
  expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(30);
  expect(receiver.heard[0]).toMatchObject({
    'content-type': 'application/json',
    'parley-event': 'message.created',
    'parley-event-id': receiver.arrived[0]!.id,
    'parley-timestamp': String(Math.floor(bench.clock.now().getTime() / 1000)),
  });
  expect(shownIn(receiver.heard[0]!)).toMatchObject({ success: true });
  await eventually(async () => expect(await deliveries(webhook)).toHaveLength(30));
  const [last] = await deliveries(webhook, 'delivered');
  expect(last).toMatchObject({ seq: 31, attempts: 1, status: 204, type: 'message.created' });
});

it('tells of edits and deletions, and only what is wanted', async () => {
  const { chatId } = chat;
  const edits = await bench.make({
    url: receiver.url,
    chatIds: [chatId],
    events: ['message.updated'],
  });
  receiver.secrets.set(edits.id, edits.secret);
  await say('One');
  await say('Two');
  await bench.tell(chat.edit(1, 'One, edited'));
  await bench.tell(chat.remove(2, bob));
  await bench.tell(chat.edit(1, 'One, edited again'));
  await eventually(() => expect(receiver.arrived.at(-1)?.message?.text).toBe('One, edited again'));
  expect(new Set(receiver.brief())).toEqual(new Set(['1 updated']));
});

it('delivers all, once and in order, to who was away meanwhile', async () => {
  await hook();
  await receiver.down();
  await say('One');
  await eventually(async () => {
    const [webhook] = (await bench.api.list(ada, { limit: 100 })).items.slice(-1);
    expect(webhook!.lastError).toMatch(/ECONNREFUSED/);
  });
  for (let n = 2; n <= 120; n++) await say(`Number ${n}`);
  await bench.tell(chat.edit(3, 'Edited meanwhile'));
  await bench.tell(chat.remove(5, bob));
  await receiver.up();
  const created = Array.from(
    { length: 120 },
    (_, n) => `${n + 1} ${n === 4 ? 'deleted' : 'created'}`,
  );
  await eventually(async () => {
    await pass(15 * minute);
    expect(receiver.brief()).toHaveLength(122);
  });
  // As it was said; then the changes, whose states came with it: the same events again.
  expect(receiver.brief().slice(0, 120)).toEqual(created);
  expect(receiver.brief().slice(120)).toEqual(['3 updated', '5 deleted']);
  const ids = receiver.arrived.map(({ id }) => id);
  expect(new Set(ids).size).toBe(120);
  expect(ids.slice(120)).toEqual([ids[2], ids[4]]);
  expect(receiver.arrived[2]!.message!.text).toBe('Edited meanwhile');
});

it('gives up an event that is refused again and again, and posts it again if asked', async () => {
  const webhook = await hook();
  receiver.answers.push(...Array.from({ length: maxRefusals }, () => 500));
  await say('Poison');
  await passUntilAsked(maxRefusals);
  await eventually(async () => expect(await deliveries(webhook, 'dead')).toHaveLength(1));
  // Each try is signed anew.
  const times = receiver.heard.map((headers) => headers['parley-timestamp']);
  expect(new Set(times).size).toBe(maxRefusals);
  await say('Fine');
  await arrive('2 created');
  const [dead] = await deliveries(webhook, 'dead');
  expect(dead).toMatchObject({ seq: 1, attempts: maxRefusals, status: 500, error: 'Answered 500' });
  chat.edit(1, 'Mended');
  const replayed = { webhookId: webhook.id, deliveryId: dead!.id, origin };
  expect(await bench.api.replay(ada, replayed)).toMatchObject({ id: dead!.id, state: 'waiting' });
  await arrive('2 created', '1 created');
  expect(receiver.arrived.at(-1)).toMatchObject({ id: dead!.id, message: { text: 'Mended' } });
  await eventually(async () => expect(await deliveries(webhook, 'dead')).toEqual([]));
});

it('gives up nothing for a receiver whose proxy says that it is down', async () => {
  const webhook = await hook();
  const statuses = Array.from({ length: 2 * maxRefusals }, (_, n) => [502, 503, 429][n % 3]!);
  receiver.answers.push(...statuses, 500);
  await say('One');
  await passUntilAsked(2 * maxRefusals + 2);
  await arrive('1 created');
  expect(await deliveries(webhook, 'dead')).toEqual([]);
});

it('lets no slow receiver hold up the others', async () => {
  const slow = await WebhookReceiver.start();
  slow.hold();
  const busy = Array.from({ length: 40 }, (_, n) => bench.paper.chat(`busy${chats}-${n}`, 'ada'));
  const chatIds = busy.map(({ chatId }) => chatId);
  const { id: webhookId } = await bench.make({ url: slow.url, chatIds });
  for (const one of busy) await bench.tell(one.append(bob, { text: 'Much' }));
  await eventually(() => expect(slow.heard.length).toBeGreaterThan(0));
  await hook();
  await say('One');
  await arrive('1 created');
  expect(slow.heard.length).toBeLessThan(10);
  await bench.api.remove(ada, { webhookId, origin });
  await slow.down();
});

it('posts nothing of a chat that it was taken off, nor again', async () => {
  const webhook = await hook();
  await say('Secret');
  await arrive('1 created');
  await eventually(async () => expect(await deliveries(webhook)).toHaveLength(1));
  const [delivery] = await deliveries(webhook);
  const other = bench.paper.chat(`other${chats}`, 'mallory');
  const patch = { url: receiver.url, chatIds: [other.chatId] };
  const mallory = person('mallory');
  await bench.api.change(mallory, { webhookId: webhook.id, patch, origin });
  const replay = { webhookId: webhook.id, deliveryId: delivery!.id, origin };
  await expect(bench.api.replay(mallory, replay)).rejects.toMatchObject({ code: 'not_found' });
  expect(await deliveries(webhook)).toEqual([]);

  // Whoever took it off has died before the lane was dropped.
  const { chatId, headSeq, headRev } = chat;
  const lanes = bench.app.get(LanesRepository);
  await lanes.begin(webhook.id, [{ chatId, headSeq, headRev }]);
  chat.append(bob, { text: 'Another secret' });
  await bench.catchUp();
  const left = async () => (await lanes.all()).filter((lane) => lane.chatId === chatId);
  await eventually(async () => expect(await left()).toEqual([]));
  await arrive('1 created');
});

it('is disabled after three days without a success, and goes on from there', async () => {
  const webhook = await hook();
  await receiver.down();
  await say('One');
  await eventually(async () => {
    await pass(day);
    expect(await stateOf(webhook)).toBe('disabled');
  });
  await say('Two');
  await receiver.up();
  await eventually(() => {
    const told = bench.paper.deeds.filter(({ target }) => target?.id === webhook.id);
    expect(told.map(({ action, actor }) => `${action} by ${actor.id}`)).toEqual([
      'webhook.created by ada',
      'webhook.disabled by webhooks-module',
    ]);
  });
  expect(await activate(webhook)).toMatchObject({ state: 'active' });
  await arrive('1 created', '2 created');
});

it('is disabled at once by who wants no more', async () => {
  const webhook = await hook();
  receiver.answers.push(410);
  await say('One');
  await eventually(async () => expect(await stateOf(webhook)).toBe('disabled'));
  const ping = { webhookId: webhook.id, origin };
  await expect(bench.api.ping(ada, ping)).rejects.toMatchObject({ code: 'conflict' });
});

it('posts nothing while it is paused, and all of it after that', async () => {
  const webhook = await hook();
  await activate(webhook, 'paused');
  await say('One');
  await bench.catchUp();
  await activate(webhook);
  await arrive('1 created');
});

describe('a webhook that wants nothing of what is said', () => {
  /** After which revs the log was asked. */
  let asked: number[];

  beforeEach(async () => {
    await say('Before');
    await bench.make({ url: receiver.url, chatIds: [chat.chatId], events: ['message.deleted'] });
    asked = [];
    jest.spyOn(bench.paper, 'changes').mockImplementation((_, { afterRev, limit }) => {
      asked.push(afterRev);
      // Once: it is away when the second page is asked for.
      if (asked.length === 2 && limit < chat.headSeq) return Promise.reject(new Error('Away'));
      return Promise.resolve(chat.changes(afterRev, limit));
    });
  });

  afterEach(() => jest.restoreAllMocks());

  it('has none of it read twice', async () => {
    for (const rev of [1, 2, 3]) {
      await say(`After ${rev}`);
      await eventually(async () => {
        expect(asked.length).toBeGreaterThanOrEqual(rev);
        expect(await bench.isIdle()).toBe(true);
      });
    }
    expect(asked).toEqual([1, 2, 3]);
  });

  it('goes on behind the page that was read before the log went away', async () => {
    for (let n = 0; n < 80; n++) chat.append(bob, { text: `Number ${n}` });
    await bench.catchUp();
    await eventually(async () => {
      await pass(minute);
      expect(asked).toHaveLength(3);
    });
    expect(asked).toEqual([1, 51, 51]);
  });
});

it('finds what no fact has told of', async () => {
  await hook();
  chat.append(bob, { text: 'Its fact is lost' });
  await bench.catchUp();
  await arrive('1 created');
});

it('hears of webhooks once the database is back that was away when they changed', async () => {
  const webhooks = bench.app.get(WebhooksRepository);
  const list = jest.spyOn(webhooks, 'list').mockRejectedValue(new Error('Away'));
  await hook();
  await say('One');
  await eventually(() => expect(list.mock.calls.length).toBeGreaterThanOrEqual(2));
  list.mockRestore();
  await eventually(async () => {
    await pass(minute);
    expect(receiver.brief()).toEqual(['1 created']);
  });
});

it('waits for a log that is away', async () => {
  await hook();
  bench.paper.failure = new Error('Away');
  await say('One');
  bench.paper.failure = undefined;
  await eventually(async () => {
    await pass(minute);
    expect(receiver.brief()).toEqual(['1 created']);
  });
});

it('pings', async () => {
  const webhook = await hook();
  const ping = await bench.api.ping(ada, { webhookId: webhook.id, origin });
  expect(ping).toMatchObject({ type: 'ping', state: 'waiting' });
  await arrive('- ping');
  await eventually(async () =>
    expect(await deliveries(webhook)).toMatchObject([{ id: ping.id, state: 'delivered' }]),
  );
});

it('gives up what is posted again where its message is not to be had', async () => {
  const webhook = await hook();
  await say('One');
  await arrive('1 created');
  const [{ id }] = await eventually(async () => {
    const noted = await deliveries(webhook);
    expect(noted).toHaveLength(1);
    return noted as [(typeof noted)[number]];
  });
  bench.paper.failure = new Error('Away');
  await bench.api.replay(ada, { webhookId: webhook.id, deliveryId: id, origin });
  await eventually(async () => {
    await pass(minute);
    expect(await deliveries(webhook)).toMatchObject([
      { id, state: 'dead', error: 'Its message could not be read' },
    ]);
  });
  bench.paper.failure = undefined;
  expect(receiver.brief()).toEqual(['1 created']);
});

describe('two processes', () => {
  let other: WebhooksBench;

  beforeEach(async () => {
    other = await WebhooksBench.open({ uri: bench.uri, paper: bench.paper, clock: bench.clock });
  });

  afterEach(() => other.close());

  it('post each event once between them', async () => {
    await hook();
    await other.hearOfWebhooks();
    for (let n = 0; n < 40; n++) {
      const message = chat.append(bob, { text: `Number ${n}` });
      await (n % 2 === 0 ? bench : other).tell(message);
    }
    await bench.catchUp();
    await arrive(...Array.from({ length: 40 }, (_, n) => `${n + 1} created`));
  });

  it('go on where one has died, with the same event', async () => {
    await hook(other);
    receiver.hold();
    await other.tell(chat.append(bob, { text: 'One' }));
    // It was taken, and the process dies before it hears of that.
    await arrive('1 created');
    other.die();
    receiver.letGo();
    bench.clock.pass(2 * minute);
    await bench.hearOfWebhooks();
    await arrive('1 created', '1 created');
    const [first, again] = receiver.arrived;
    expect(again).toEqual(first);
    chat.append(bob, { text: 'Two' });
    await bench.catchUp();
    await arrive('1 created', '1 created', '2 created');
  });
});
