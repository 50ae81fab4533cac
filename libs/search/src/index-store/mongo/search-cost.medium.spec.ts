import type { ChatId } from '@app/contracts';
import type { Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import type { mongo } from 'mongoose';
import { openMongoIndex } from '../../testing/open-mongo-index.js';
import type { IndexQuery, SearchIndex, Term } from '../search-index.js';

const longId = 'long' as ChatId;
const shortId = 'short' as ChatId;
const LONG = 30_000;
const SHORT = 600;
/** Slots of one window, as places are made. */
const WINDOW = 8192;

/**
 * What a query asked of the engine: a document for each id at most, by the index of ids alone.
 * `outlines`: of chats, of which little but their time was read.
 */
interface Cost {
  queries: number;
  ids: number;
  documents: number;
  outlines: number;
}

const nothing: Cost = { queries: 0, ids: 0, documents: 0, outlines: 0 };

function watch(database: Database, cost: Cost): void {
  const client = database.connection.getClient();
  const outlined = new Set<number>();
  client.on('commandStarted', (event: mongo.CommandStartedEvent) => {
    const { commandName, command, requestId } = event;
    if (commandName !== 'find') throw new Error(`Asked by ${commandName}`);
    const filter = command['filter'] as { _id?: { $in?: string[] } };
    expect(Object.keys(filter)).toEqual(['_id']);
    cost.queries++;
    if (command['projection']) outlined.add(requestId);
    else cost.ids += filter._id!.$in!.length;
  });
  client.on('commandSucceeded', ({ reply, requestId }: mongo.CommandSucceededEvent) => {
    const { cursor } = reply as { cursor?: { firstBatch: unknown[] } };
    const count = cursor?.firstBatch.length ?? 0;
    if (outlined.has(requestId)) cost.outlines += count;
    else cost.documents += count;
  });
}

const word = (term: string): Term => ({ term, isPrefix: false });
const begun = (term: string): Term => ({ term, isPrefix: true });

/** Processes over one database. */
class Processes {
  readonly #uri = `${freshDatabaseUri()}?monitorCommands=true`;
  readonly #opened: Database[] = [];

  /** One that remembers nothing, and what it costs from now on. */
  async start(): Promise<{ readonly index: SearchIndex; readonly cost: Cost }> {
    const { database, index } = await openMongoIndex(this.#uri);
    this.#opened.push(database);
    const cost = { ...nothing };
    watch(database, cost);
    return { index, cost };
  }

  /** One whose costs do not matter. */
  async startWriter(): Promise<SearchIndex> {
    const { database, index } = await openMongoIndex(this.#uri);
    this.#opened.push(database);
    return index;
  }

  async close(): Promise<void> {
    for (const database of this.#opened) await database.close();
  }
}

describe('A search in MongoDB', () => {
  const processes = new Processes();
  let writer: SearchIndex;

  beforeAll(async () => {
    writer = await processes.startWriter();
    await fill(writer, longId, LONG);
    await fill(writer, shortId, SHORT);
  }, 120_000);

  afterAll(() => processes.close());

  async function costOf(
    chatId: ChatId,
    more: Partial<IndexQuery>,
    started = processes.start(),
  ): Promise<Cost> {
    const { index, cost } = await started;
    Object.assign(cost, nothing);
    const span = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
    const scopes = [{ chatId, fromSeq: 1 }];
    const { hits } = await index.find({
      ...{ scopes, all: [[word('common')]], none: [], ...span, order: 'newest', limit: 20 },
      ...more,
    });
    expect(hits.length).toBeGreaterThan(0);
    return { ...cost };
  }

  it.each<readonly [string, Partial<IndexQuery>]>([
    ['a word of every message', {}],
    ['a beginning of very many words', { all: [[begun('n2')]] }],
    ['two words', { all: [[word('common')], [begun('n2')]] }],
    ['a word without another', { none: [word('never')] }],
    ['the best', { all: [[begun('common')]], order: 'best' }],
  ])('costs the same in a chat of fifty times the length: %s', async (_, query) => {
    const [short, long] = [await costOf(shortId, query), await costOf(longId, query)];
    // The chat, then a window: its terms and its times.
    for (const { queries, documents, ids } of [short, long]) {
      expect(queries).toBeLessThanOrEqual(3);
      expect(ids).toBeLessThanOrEqual(4);
      expect(documents).toBeLessThanOrEqual(ids);
    }
  });

  it('costs one small document per window and word where there is little to find', async () => {
    const windows = Math.ceil((LONG + 1) / WINDOW);
    const rare = await costOf(longId, { all: [[word('n17')]] });
    expect(rare.documents).toBeLessThanOrEqual(1 + windows + 1);
    const both = await costOf(longId, { all: [[word('n17')], [word('common')]] });
    expect(both.documents).toBeLessThanOrEqual(1 + 2 * windows + 1);
  });

  it('looks into no window of another time, nor of before somebody came', async () => {
    const ofOneWindow = 1 + 1 + 1;
    const early = await costOf(longId, { all: [[begun('n1')]], toMs: 1000 });
    expect(early.documents).toBeLessThanOrEqual(ofOneWindow);
    const scopes = [{ chatId: longId, fromSeq: LONG - 3000 }];
    const late = await costOf(longId, { scopes, all: [[word('n29990')]] });
    expect(late.documents).toBeLessThanOrEqual(ofOneWindow);
  });

  it('costs one that has looked before the chat alone, until somebody has put more in', async () => {
    const started = processes.start();
    const query = { all: [[word('n8500')], [word('common')]] };
    expect((await costOf(longId, query, started)).documents).toBeGreaterThan(3);
    expect((await costOf(longId, query, started)).documents).toBe(1);
    const entries = Array.from({ length: 200 }, (_, i) => ({
      ...{ seq: LONG + 1 + i, atMs: LONG + 1 + i, terms: ['common', 'n8500'] },
    }));
    await writer.apply({ chatId: longId, fromRev: LONG, toRev: LONG + 200, entries });
    const { index } = await started;
    const found = await index.find({
      ...{ ...query, none: [], scopes: [{ chatId: longId, fromSeq: 1 }], order: 'newest' },
      ...{ limit: 500, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER },
    });
    expect(found.hits).toHaveLength(201);
  });

  it('costs no more on a page far behind', async () => {
    const after = { chatId: longId, seq: 9000, atMs: 9000, score: 0 };
    const far = await costOf(longId, { after });
    expect(far.documents).toBeLessThanOrEqual(1 + 2 * 2);
  });
});

describe('A search of many chats in MongoDB', () => {
  const processes = new Processes();
  const most = 200;
  const idOf = (n: number) => `chat-${n}` as ChatId;

  beforeAll(async () => {
    const writer = await processes.startWriter();
    for (let n = 0; n < most; n++) await fill(writer, idOf(n), 200, n * 1000);
  }, 120_000);

  afterAll(() => processes.close());

  async function costOf(count: number, term: Term, started = processes.start()): Promise<Cost> {
    const { index, cost } = await started;
    Object.assign(cost, nothing);
    const scopes = Array.from({ length: count }, (_, n) => ({ chatId: idOf(n), fromSeq: 1 }));
    const query = { scopes, all: [[term]], none: [], order: 'newest', limit: 20 } as const;
    await index.find({ ...query, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
    return { ...cost };
  }

  it('reads few of them where the newest have enough, however many there are', async () => {
    for (const count of [most / 10, most]) {
      const { outlines, documents, queries } = await costOf(count, word('common'));
      expect(outlines).toBe(count);
      // Four chats, of which the newest has a page: its terms and its times.
      expect(documents).toBeLessThanOrEqual(4 + 2);
      expect(queries).toBeLessThanOrEqual(1 + 1 + 2);
    }
  });

  it('reads each once where there is nothing to find, and its outline alone from then on', async () => {
    const started = processes.start();
    const cold = await costOf(most, word('never'), started);
    expect(cold.ids).toBeGreaterThanOrEqual(most);
    expect(cold.ids).toBeLessThanOrEqual(2 * most);
    expect(cold.queries).toBeLessThanOrEqual(1 + 2 * 8);
    expect(await costOf(most, word('never'), started)).toEqual({
      ...{ queries: 1, outlines: most, ids: 0, documents: 0 },
    });
  });
});

async function fill(index: SearchIndex, chatId: ChatId, length: number, fromMs = 0): Promise<void> {
  for (let from = 0; from < length; from += 3000) {
    const toRev = Math.min(length, from + 3000);
    const entries = Array.from({ length: toRev - from }, (_, i) => ({
      seq: from + i + 1,
      atMs: fromMs + from + i + 1,
      terms: ['common', `n${from + i + 1}`],
    }));
    await index.apply({ chatId, fromRev: from, toRev, entries });
  }
}
