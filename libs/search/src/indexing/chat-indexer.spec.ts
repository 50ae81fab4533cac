import {
  ChatId,
  problem,
  type ChangePage,
  type ChatLogApi,
  type HeadsOf,
  type ListChanges,
  type Message,
} from '@app/contracts';
import { aMessage } from '@app/contracts/testing';
import { InProcessEventBus } from '@app/platform/testing';
import { Metrics } from '@app/platform';
import { MemorySearchIndex } from '../index-store/memory-search-index.js';
import type { IndexStep } from '../index-store/search-index.js';
import { ChatIndexer } from './chat-indexer.js';
import { IndexFeed } from './index-feed.js';

const chatId = ChatId.parse('c1');
const elsewhere = ChatId.parse('c2');

/** A log that a test writes, and that may be away. */
class PaperLog {
  readonly #messages = new Map<ChatId, Message[]>();
  pagesRead = 0;
  isAway = false;

  add(about: Partial<Message> = {}): Message {
    const changes = this.#of(about.chatId ?? chatId);
    const rev = changes.length + 1;
    const seq = about.seq ?? rev;
    const message = aMessage({ text: `word${seq}`, chatId, ...about, seq, rev });
    changes.push(message);
    return message;
  }

  heads(_: unknown, { chatIds }: HeadsOf) {
    const items = chatIds.map((id) => {
      const headRev = this.#of(id).length;
      return { chatId: id, headSeq: headRev, headRev };
    });
    return Promise.resolve({ items });
  }

  changes(_: unknown, { chatId: id, afterRev, limit }: ListChanges): Promise<ChangePage> {
    this.pagesRead++;
    if (this.isAway) return Promise.reject(problem('service_unavailable', { service: 'messages' }));
    const items = this.#of(id).slice(afterRev, afterRev + limit);
    return Promise.resolve({ items, page: { toRev: afterRev + items.length } } as ChangePage);
  }

  #of(id: ChatId): Message[] {
    const changes = this.#messages.get(id) ?? [];
    this.#messages.set(id, changes);
    return changes;
  }
}

/** An index whose writes may be counted, be lost to another process, or fail. */
class WatchedIndex extends MemorySearchIndex {
  readonly steps: IndexStep[] = [];
  /** Those that are in. */
  readonly done: IndexStep[] = [];
  beforeApply: (step: IndexStep) => Promise<unknown> = () => Promise.resolve();
  afterApply: () => Promise<unknown> = () => Promise.resolve();

  override async apply(step: IndexStep): Promise<boolean> {
    this.steps.push(step);
    await this.beforeApply(step);
    const isDone = await super.apply(step);
    if (isDone) this.done.push(step);
    await this.afterApply();
    return isDone;
  }
}

describe('ChatIndexer', () => {
  let log: PaperLog;
  let index: WatchedIndex;
  let indexer: ChatIndexer;

  beforeEach(() => {
    log = new PaperLog();
    index = new WatchedIndex();
    indexer = new ChatIndexer(log as unknown as ChatLogApi, index);
  });

  const find = async (term: string, isPrefix = false, id = chatId) => {
    const scopes = [{ chatId: id, fromSeq: 1 }];
    const all = [[{ term, isPrefix }]];
    const span = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
    const asked = { scopes, all, none: [], ...span, order: 'newest', limit: 5000 } as const;
    return (await index.find(asked)).hits.map(({ seq }) => seq).toSorted((a, b) => a - b);
  };

  it('puts in what facts told, without a look at the log', async () => {
    for (let i = 0; i < 250; i++) indexer.offer(log.add());
    await indexer.catchUp(chatId);
    expect(await find('word', true)).toHaveLength(250);
    expect(log.pagesRead).toBe(0);
    expect(index.steps.map(({ toRev }) => toRev)).toEqual([100, 200, 250]);
    expect(indexer.waitingCount).toBe(0);
  });

  it('reads what facts did not tell', async () => {
    const all = Array.from({ length: 30 }, () => log.add());
    for (const message of all) if (message.rev % 10 !== 0) indexer.offer(message);
    await indexer.catchUp(chatId);
    expect(await find('word', true)).toHaveLength(30);
    expect(log.pagesRead).toBeGreaterThan(0);
    expect(indexer.waitingCount).toBe(0);
  });

  it('goes on where another process stopped', async () => {
    for (let i = 0; i < 5; i++) log.add();
    await new ChatIndexer(log as unknown as ChatLogApi, index).catchUp(chatId);
    for (let i = 0; i < 5; i++) log.add();
    index.steps.length = 0;
    await indexer.catchUp(chatId);
    expect(index.steps.map(({ fromRev, toRev }) => [fromRev, toRev])).toEqual([[5, 10]]);
    expect(await find('word', true)).toHaveLength(10);
  });

  it('goes on from where a faster process is', async () => {
    const other = new ChatIndexer(log as unknown as ChatLogApi, index);
    for (let i = 0; i < 5; i++) indexer.offer(log.add());
    index.beforeApply = () => {
      index.beforeApply = () => Promise.resolve();
      return other.catchUp(chatId);
    };
    await indexer.catchUp(chatId);
    expect(await find('word', true)).toEqual([1, 2, 3, 4, 5]);
    expect(await index.revsOf([chatId])).toEqual(new Map([[chatId, 5]]));
  });

  it('takes out what was emptied, also what it had not put in yet', async () => {
    for (let i = 0; i < 250; i++) indexer.offer(log.add());
    await indexer.drop(chatId, 1, 240);
    expect(await find('word', true)).toEqual([241, 242, 243, 244, 245, 246, 247, 248, 249, 250]);
    await indexer.drop(chatId, 1, 240);
    // What facts tell late is no news.
    indexer.offer(log.add());
    await indexer.catchUp(chatId);
    expect(await find('word', true)).toHaveLength(11);
  });

  it('takes out what was emptied, though another process is faster', async () => {
    const other = new ChatIndexer(log as unknown as ChatLogApi, index);
    for (let i = 0; i < 5; i++) indexer.offer(log.add());
    await indexer.catchUp(chatId);
    index.beforeApply = () => {
      index.beforeApply = () => Promise.resolve();
      log.add();
      return other.catchUp(chatId);
    };
    await indexer.drop(chatId, 1, 4);
    expect(await find('word', true)).toEqual([5, 6]);
  });

  it('puts in the newest state of a slot, whatever comes first', async () => {
    const [first, edited] = [log.add({ text: 'old' }), log.add({ seq: 1, text: 'new' })];
    const gone = { text: '', deletedAt: '2026-01-01T00:00:00.000Z' };
    for (const message of [edited, first]) indexer.offer(message);
    await indexer.catchUp(chatId);
    expect([await find('old'), await find('new')]).toEqual([[], [1]]);
    indexer.offer(log.add({ seq: 1, ...gone }));
    await indexer.catchUp(chatId);
    expect(await find('new')).toEqual([]);
  });

  it('says which chats lack something', async () => {
    expect(await indexer.behindAmong([chatId])).toEqual([]);
    log.add();
    expect(await indexer.behindAmong([chatId])).toEqual([chatId]);
    await new ChatIndexer(log as unknown as ChatLogApi, index).catchUp(chatId);
    expect(await indexer.behindAmong([chatId])).toEqual([]);
  });

  it('forgets a chat with its deletion', async () => {
    log.add();
    log.add();
    log.add({ kind: 'system', text: '', system: { type: 'chat_deleted' } });
    await indexer.catchUp(chatId);
    expect(await find('word', true)).toEqual([]);
    expect(await indexer.behindAmong([chatId])).toEqual([]);
  });

  it('loses nothing and does nothing twice, at whatever moment it is killed', async () => {
    for (let i = 0; i < 1700; i++) log.add(i % 7 === 6 ? { seq: i } : {});
    const killed = new Error('killed');
    let deaths = 0;
    for (let lives = 0; lives < 12; lives++) {
      const heir = new ChatIndexer(log as unknown as ChatLogApi, index);
      let writes = lives % 3;
      const live = () => Promise.resolve();
      const die = () => (lives < 11 && writes-- === 0 ? Promise.reject(killed) : live());
      // Before a write, or after it and before anybody hears of it.
      [index.beforeApply, index.afterApply] = lives % 2 === 0 ? [die, live] : [live, die];
      await heir.catchUp(chatId).catch((error: unknown) => {
        expect(error).toBe(killed);
        deaths++;
      });
    }
    expect(deaths).toBe(11);
    expect(await find('word', true)).toHaveLength(1458);
    const ends = index.done.map(({ toRev }) => toRev);
    expect(index.done.map(({ fromRev }) => fromRev)).toEqual([0, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(1700);
  });

  describe('fed by facts', () => {
    let bus: InProcessEventBus;
    let feed: IndexFeed;

    beforeEach(() => {
      jest.useFakeTimers();
      bus = new InProcessEventBus();
      feed = new IndexFeed(bus, indexer, new Metrics());
      feed.onModuleInit();
    });

    afterEach(async () => {
      await bus.close();
      await feed.onApplicationShutdown();
      jest.useRealTimers();
    });

    const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

    it('hears, gathers, and tries again after a failure', async () => {
      const first = log.add();
      log.add();
      log.isAway = true;
      await bus.publish('message.created', first);
      await pass(249);
      expect(await find('word1')).toEqual([]);
      await pass(1);
      expect([await find('word1'), log.pagesRead]).toEqual([[1], 1]);
      log.isAway = false;
      await pass(4999);
      expect(await find('word2')).toEqual([]);
      await pass(1);
      expect(await find('word2')).toEqual([2]);
    });

    it('hears of changes as of new messages', async () => {
      await bus.publish('message.created', log.add());
      await bus.publish('message.changed', log.add({ seq: 1, text: 'edited' }));
      await pass(250);
      expect(await find('edited')).toEqual([1]);
      expect(log.pagesRead).toBe(0);
    });

    it('lets no chat wait for one that failed, nor tries that one too early', async () => {
      index.beforeApply = (step) =>
        step.chatId === chatId ? Promise.reject(new Error('broken')) : Promise.resolve();
      const tries = () => index.steps.filter((step) => step.chatId === chatId).length;
      await bus.publish('message.created', log.add());
      await pass(200);
      await bus.publish('message.created', log.add({ chatId: elsewhere }));
      await pass(50);
      expect([tries(), await find('word1', false, elsewhere)]).toEqual([1, [1]]);
      for (const seq of [2, 3]) {
        await bus.publish('message.created', log.add({ chatId: elsewhere }));
        await pass(250);
        expect([tries(), await find(`word${seq}`, false, elsewhere)]).toEqual([1, [seq]]);
      }
      await pass(4500);
      expect(tries()).toBe(2);
    });
  });
});
