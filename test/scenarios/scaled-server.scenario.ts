import type { ChangePage, ChatId, Message, MessageId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { mustKeepTheLaws } from '../cluster/log-laws.js';
import { SteadySenders } from '../cluster/steady-senders.js';
import { Person } from '../people/person.js';

describe('Two whole servers that share a Redis', () => {
  let ours: ClusterOfTests;
  let ada: Person;
  let ben: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    ours = await ClusterOfTests.start({ apps: ['server'] });
    const [one, other] = ours.cluster.edgeUrls as [string, string];
    [ada, ben] = [await Person.arrive(one, 'ada'), await Person.arrive(other, 'ben')];
    chatId = await ada.group('crew', ben);
  }, 60_000);

  afterAll(async () => {
    for (const person of [ada, ben]) person.leave();
    await ours.close();
  }, 60_000);

  const hears = (person: Person, { id }: Message) =>
    person.hears('new_message', (heard) => heard.id === id);

  it('bring a message from one to the other', async () => {
    await hears(ben, await ada.send(chatId, 'from one'));
    await hears(ada, await ben.send(chatId, 'from the other'));
  });

  it('keep taking messages while Redis is away for 20 s, and members catch up by rev', async () => {
    const { headRev } = await ben.chat(chatId);
    const redis = ours.cluster.part('redis');
    await redis.kill();
    const senders = new SteadySenders([ada], chatId);
    senders.start(1);
    const until = performance.now() + 20_000;
    while (performance.now() < until) await senders.pass(5);
    await senders.stop();
    expect(senders.longestPause).toBeLessThan(10_000);
    expect(await readyOf(ada)).toMatchObject({ status: 'ready', checks: { redis: 'down' } });

    const sent = senders.acked.map(({ message }) => message).toSorted((a, b) => a.seq - b.seq);
    expect(await changesSince(ben, headRev)).toEqual(sent.map(({ id }) => id));

    await redis.start();
    await eventually(async () =>
      expect(await readyOf(ada)).toMatchObject({ checks: { redis: 'up' } }),
    );
    // What is live again: the two hear each other without a new connection.
    await eventually(async () => {
      const message = await ada.send(chatId, 'anybody there?');
      expect(ben.all('new_message').map(({ id }) => id)).toContain(message.id);
    });
    expect(ben.socket.connected).toBe(true);
  }, 90_000);

  it('keep the laws of the log while both append to one chat and one is killed', async () => {
    const group = await ada.group('both', ben);
    const senders = new SteadySenders([ada, ben], group);
    senders.start(8);
    await senders.pass(100);
    await ours.cluster.part('server-2').kill();
    await ours.cluster.part('server-2').start();
    await senders.pass(100);
    await senders.stop();
    await mustKeepTheLaws(group, [ada, ben], senders.acked);
  }, 120_000);

  /** The ids of what was changed after `rev`, as a client that was away repairs its log. */
  async function changesSince(person: Person, rev: number): Promise<MessageId[]> {
    const ids: MessageId[] = [];
    for (let afterRev = rev, hasMore = true; hasMore;) {
      const path = `/api/chats/${chatId}/changes?afterRev=${afterRev}&limit=100`;
      const { items, page } = (await person.get(path)).body as ChangePage;
      ids.push(...items.map(({ id }) => id));
      ({ toRev: afterRev, hasMore } = page);
    }
    return ids;
  }

  const readyOf = async ({ url }: Person) => (await fetch(`${url}/health/ready`)).json();
});
