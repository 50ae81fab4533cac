import type { ChatId } from '@app/contracts';
import { freshDatabaseUri, MongoDatabase } from '@app/platform/testing';
import * as fc from 'fast-check';
import { MemorySearchIndex } from '../memory-search-index.js';
import type { IndexQuery, SearchIndex } from '../search-index.js';
import { KnownChats } from './known-chats.js';
import { KnownPlaces } from './known-places.js';
import { MongoSearchIndex } from './mongo-search-index.js';
import { PageFinder } from './page-finder.js';
import { SearchChatsRepository } from './search-chats.repository.js';
import { SearchPlacesRepository } from './search-places.repository.js';
import { TailSeal } from './tail-seal.js';
import { WindowReader } from './window-reader.js';

const chatId = 'chat' as ChatId;
const words = ['tea', 'milk', 'sugar', 'team', 'cup'];
const killed = new Error('killed');

/** An index of which every `nth` write kills its process, before it or after it. */
function mortal(database: MongoDatabase, lives: () => 'before' | 'after' | 'not'): SearchIndex {
  const chats = new SearchChatsRepository(database);
  const places = new SearchPlacesRepository(database);
  for (const repository of [chats, places] as { replace: (what: never) => Promise<boolean> }[]) {
    const replace = repository.replace.bind(repository);
    repository.replace = async (what: never) => {
      const fate = lives();
      if (fate === 'before') throw killed;
      const isDone = await replace(what);
      if (fate === 'after') throw killed;
      return isDone;
    };
  }
  const known = new KnownChats();
  const finder = new PageFinder(chats, known, new WindowReader(places, new KnownPlaces()));
  return new MongoSearchIndex(chats, places, new TailSeal(places), known, finder);
}

/** Up to 90 slots each, some of them again, some of them gone. */
const step = fc.array(
  fc.record({
    seq: fc.integer({ min: 1, max: 400 }),
    terms: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 }),
  }),
  { minLength: 30, maxLength: 90 },
);

describe('MongoSearchIndex', () => {
  it('loses nothing and keeps nothing by being killed at any write', async () => {
    const fate = fc.constantFrom('before', 'after', 'not', 'not', 'not', 'not');
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 10 }),
        fc.array(fate, { minLength: 30, maxLength: 30 }),
        async (steps, fates) => {
          const database = new MongoDatabase(freshDatabaseUri());
          const left = [...fates] as ('before' | 'after' | 'not')[];
          const index = mortal(database, () => left.pop() ?? 'not');
          await database.open();
          const memory = new MemorySearchIndex();
          for (const [fromRev, some] of steps.entries()) {
            const entries = [...new Map(some.map((one) => [one.seq, one])).values()];
            const timed = entries.map((entry) => ({ ...entry, atMs: entry.seq }));
            const next = { chatId, fromRev, toRev: fromRev + 1, entries: timed };
            await memory.apply(next);
            await untilDone(index, next);
          }
          for (const word of words)
            expect(await placesOf(index, word)).toEqual(await placesOf(memory, word));
          await database.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});

/** As its heirs do: look how far it is, and go on. */
async function untilDone(index: SearchIndex, step: Parameters<SearchIndex['apply']>[0]) {
  for (;;) {
    try {
      const revs = await index.revsOf([chatId]);
      if ((revs.get(chatId) ?? 0) >= step.toRev) return;
      await index.apply(step);
    } catch (error) {
      // The process was killed; whatever else goes wrong is the test's matter.
      expect(error).toBe(killed);
    }
  }
}

async function placesOf(index: SearchIndex, term: string) {
  const query: IndexQuery = {
    scopes: [{ chatId, fromSeq: 1 }],
    all: [[{ term, isPrefix: false }]],
    none: [],
    fromMs: 0,
    toMs: 1e9,
    order: 'newest',
    limit: 500,
  };
  return (await index.find(query)).hits;
}
