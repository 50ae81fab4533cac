import {
  ChatId,
  problem,
  SessionId,
  UserId,
  type Actor,
  type ChangePage,
  type SlotsWanted,
} from '@app/contracts';
import { aChangePage, aMessage, aMessageFile, aUser } from '@app/contracts/testing';
import { InProcessEventBus } from '@app/platform/testing';
import { MemorySearchIndex } from '../index-store/memory-search-index.js';
import { termsOf } from '../query/terms.js';
import { openSearch, type SearchPorts } from '../testing/open-search.js';

const chatId = ChatId.parse('c1');
const actor: Actor = {
  userId: UserId.parse('u1'),
  sessionId: SessionId.parse('s'),
  role: 'member',
};

const files = [aMessageFile({ name: 'tea.png' })];
const said = [1, 2].map((seq) => aMessage({ chatId, seq, text: 'tea', files }));
const theRest = aChangePage(1, said.slice(1));

const heads = () => Promise.resolve({ items: [{ chatId, headSeq: 2, headRev: 2 }] });
const away = () => Promise.reject(problem('service_unavailable', { service: 'messages' }));

/** What is found for `tea`: of two messages with a file each the index knows the first. */
async function look(log: { changes: () => Promise<ChangePage>; heads?: () => Promise<unknown> }) {
  const index = new MemorySearchIndex();
  const atMs = Date.parse(said[0]!.createdAt);
  const entries = [{ seq: 1, atMs, terms: termsOf(said[0]!) }];
  await index.apply({ chatId, fromRev: 0, toRev: 1, entries });
  const ports = {
    eventBus: new InProcessEventBus(),
    log: { heads, ...log },
    messages: {
      around: (_: Actor, { slots }: SlotsWanted) => {
        const isWanted = (seq: number) => slots.some((slot) => slot.seq === seq);
        return Promise.resolve({ items: said.filter(({ seq }) => isWanted(seq)) });
      },
    },
    chats: {
      readable: () =>
        Promise.resolve({ items: [{ chatId, kind: 'group', name: 'Crew', visibleFromSeq: 1 }] }),
      directory: () => Promise.resolve({ items: [] }),
    },
    users: { search: () => Promise.resolve({ items: [aUser('teagan')] }) },
  };
  const { search } = openSearch(ports as unknown as SearchPorts, index);
  const found = await search.everything(actor, { q: 'tea', utcOffset: 0, limit: 5 });
  return {
    ...found,
    people: found.people.map(({ name }) => name),
    messages: found.messages.map(({ message }) => message.seq),
    files: found.files.map(({ seq }) => seq),
  };
}

describe('QuickSearch', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('finds what the index has where the rest takes too long, and says so', async () => {
    const found = look({ changes: () => new Promise(() => undefined) });
    await jest.advanceTimersByTimeAsync(1000);
    expect(await found).toMatchObject({
      ...{ people: ['teagan'], messages: [1], files: [1] },
      ...{ away: [], isBehind: true },
    });
  });

  it('waits for what the index lacks before it looks for messages and files', async () => {
    const { promise, resolve } = Promise.withResolvers<ChangePage>();
    const found = look({ changes: () => promise });
    await jest.advanceTimersByTimeAsync(100);
    resolve(theRest);
    expect(await found).toMatchObject({ messages: [2, 1], files: [2, 1], away: [] });
    expect(await found).not.toHaveProperty('isBehind');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('finds what the index has where the rest cannot be read', async () => {
    const found = await look({ changes: away });
    expect(found).toMatchObject({ messages: [1], files: [1], away: [], isBehind: true });
  });

  it('says of what is in messages that it is away with their service', async () => {
    const found = await look({ changes: away, heads: away });
    expect(found).toMatchObject({ people: ['teagan'], messages: [], files: [] });
    expect(found.away.toSorted()).toEqual(['files', 'messages']);
  });
});
