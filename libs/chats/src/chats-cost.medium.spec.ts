import { Database } from '@app/platform';
import { growth, MongoProcess, type Effort } from '@app/platform/testing';
import { ChatMemory } from './chat-memory.js';
import { GrownChannel, unreadMessages } from './testing/grown-channel.js';

/** A channel a hundred times as large may cost the engine so much more per query. */
const MOST = 1.5;

type Work = (channel: GrownChannel) => Promise<unknown>;

describe('The chats of a person, of which one grew a hundredfold', () => {
  let engine: MongoProcess;
  let small: GrownChannel;
  let large: GrownChannel;

  beforeAll(async () => {
    engine = await MongoProcess.start();
    small = await GrownChannel.open(engine.uri('small'), { members: 100, blocks: 2 });
    large = await GrownChannel.open(engine.uri('large'), { members: 10_000, blocks: 200 });
  }, 120_000);

  afterAll(async () => {
    for (const { bench } of [small, large]) await bench.close();
    await engine.close();
  });

  const grow = (work: Work, effort?: Effort) => growth({ engine, small, large }, work, effort);

  const forget = ({ bench, ann, chatId }: GrownChannel) =>
    bench.app.get(ChatMemory).forget(chatId, [ann.userId]);

  const paths: Record<string, Work> = {
    'what somebody is in a chat, looked at for the first time': (channel) => {
      forget(channel);
      return channel.bench.access.of(channel.ann, { chatId: channel.chatId });
    },
    'the rooms of a handshake': (channel) => {
      forget(channel);
      return channel.bench.access.chatIds(channel.ann, {});
    },
    'sync, with what is unread': ({ bench, ann }) => bench.sync(ann),
    'the list of chats': ({ bench, ann }) => bench.list(ann),
    'one chat': ({ bench, ann, chatId }) => bench.get(ann, { id: chatId }),
    'the totals of the badge': ({ bench, ann }) => bench.chats.totals(ann, {}),
    'hiding a message': async (channel) => {
      const { bench, ann, chatId } = channel;
      await bench.reads.hide(ann, { chatId, seq: channel.headSeq - 1 });
    },
    'what a device has missed of that': ({ bench, ann, chatId }) =>
      bench.reads.hidden(ann, { chatId, after: 0 }),
    'a page of members': ({ bench, ann, chatId }) => bench.members.list(ann, { chatId, limit: 50 }),
    'reading on': async (channel) => {
      const { bench, ann, chatId } = channel;
      await bench.reads.markRead(ann, { chatId, seq: channel.nextSeq() });
      await bench.settle();
    },
  };

  it('counts the same in both', async () => {
    for (const { bench, ann } of [small, large]) {
      expect(await bench.sync(ann)).toMatchObject([{ unread: unreadMessages }]);
    }
  });

  it('lists everybody once, page by page', async () => {
    for (const { bench, ann, chatId } of [small, large]) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const { items, page } = await bench.members.list(ann, { chatId, limit: 100, cursor });
        found.push(...items.map(({ user }) => user.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      // The others are nobody to the users module of this test.
      expect(found).toEqual([ann.userId]);
    }
  });

  it.each(Object.entries(paths))('costs no more per query: %s', async (name, work) => {
    const times = await grow(work, { most: MOST });
    console.log(`${name}: ${times.toFixed(2)} times`);
    expect(times).toBeLessThanOrEqual(MOST);
  });

  it('notices a query that reads every member', async () => {
    const all: Work = ({ bench, chatId }) =>
      bench.app.get(Database).connection.collection('memberships').find({ chatId }).toArray();
    expect(await grow(all, { rounds: 1, repetitions: 1 })).toBeGreaterThan(MOST);
  });
});
