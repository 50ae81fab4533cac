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

/** What a query asked of the engine: a document for each id at most, by the index of ids alone. */
interface Cost {
  queries: number;
  ids: number;
  documents: number;
}

function watch(database: Database, cost: Cost): void {
  const client = database.connection.getClient();
  client.on('commandStarted', ({ commandName, command }: mongo.CommandStartedEvent) => {
    if (commandName !== 'find') throw new Error(`Asked by ${commandName}`);
    const filter = command['filter'] as { _id?: { $in?: string[] } };
    expect(Object.keys(filter)).toEqual(['_id']);
    cost.queries++;
    cost.ids += filter._id!.$in!.length;
  });
  client.on('commandSucceeded', ({ reply }: mongo.CommandSucceededEvent) => {
    const { cursor } = reply as { cursor?: { firstBatch: unknown[] } };
    cost.documents += cursor?.firstBatch.length ?? 0;
  });
}

const word = (term: string): Term => ({ term, isPrefix: false });
const begun = (term: string): Term => ({ term, isPrefix: true });

describe('A search in MongoDB', () => {
  let database: Database;
  let index: SearchIndex;
  const cost: Cost = { queries: 0, ids: 0, documents: 0 };

  beforeAll(async () => {
    ({ database, index } = await openMongoIndex(`${freshDatabaseUri()}?monitorCommands=true`));
    await fill(index, longId, LONG);
    await fill(index, shortId, SHORT);
    watch(database, cost);
  }, 120_000);

  afterAll(() => database.close());

  async function costOf(chatId: ChatId, more: Partial<IndexQuery>): Promise<Cost> {
    Object.assign(cost, { queries: 0, ids: 0, documents: 0 });
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

  it('costs no more on a page far behind', async () => {
    const after = { chatId: longId, seq: 9000, atMs: 9000, score: 0 };
    const far = await costOf(longId, { after });
    expect(far.documents).toBeLessThanOrEqual(1 + 2 * 2);
  });
});

async function fill(index: SearchIndex, chatId: ChatId, length: number): Promise<void> {
  for (let from = 0; from < length; from += 3000) {
    const toRev = Math.min(length, from + 3000);
    const entries = Array.from({ length: toRev - from }, (_, i) => ({
      seq: from + i + 1,
      atMs: from + i + 1,
      terms: ['common', `n${from + i + 1}`],
    }));
    await index.apply({ chatId, fromRev: from, toRev, entries });
  }
}
