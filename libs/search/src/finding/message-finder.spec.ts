import {
  parseSearch,
  type Actor,
  type ChatId,
  type Message,
  type MessagesApi,
  type SlotsWanted,
} from '@app/contracts';
import { aMessage } from '@app/contracts/testing';
import { MemorySearchIndex } from '../index-store/memory-search-index.js';
import type { HitPlace } from '../index-store/search-index.js';
import { compile } from '../query/compiled-query.js';
import { termsOf } from '../query/terms.js';
import { MessageFinder } from './message-finder.js';

const [one, two] = ['one', 'two'] as ChatId[] as [ChatId, ChatId];
const actor = {} as Actor;

/** Messages of two chats in turn; `more` says of some slots of the first what they are. */
async function aFinder(length: number, more: Readonly<Record<number, Partial<Message>>> = {}) {
  const index = new MemorySearchIndex();
  const log = [one, two].flatMap((chatId, i) =>
    Array.from({ length }, (_, n) =>
      aMessage({
        ...{ chatId, seq: n + 1, text: `tea ${n + 1}` },
        createdAt: new Date(2 * n + i).toISOString(),
        ...(chatId === one && more[n + 1]),
      }),
    ),
  );
  for (const chatId of [one, two]) {
    const entries = log
      .filter((message) => message.chatId === chatId)
      .map((said) => ({ seq: said.seq, atMs: Date.parse(said.createdAt), terms: termsOf(said) }));
    await index.apply({ chatId, fromRev: 0, toRev: length, entries });
  }
  const asked: SlotsWanted[] = [];
  /** What the log says now, where it is something else than the index remembers. */
  const isGone = (_: Message): boolean => false;
  const world = { log, asked, isGone };
  const messages = {
    around: (_: Actor, wanted: SlotsWanted) => {
      asked.push(wanted);
      const isNear = ({ chatId, seq }: Message) =>
        wanted.slots.some(
          (slot) => slot.chatId === chatId && Math.abs(slot.seq - seq) <= wanted.reach,
        );
      const items = log.filter((message) => isNear(message) && !world.isGone(message));
      return Promise.resolve({ items });
    },
  } as unknown as MessagesApi;
  const finder = new MessageFinder(index, messages);
  let next: HitPlace | undefined;
  /** `limit` hits with what is beside them; `page`: the first, or behind those found last. */
  const find = async (q: string, limit = 4, page: 'first' | 'next' = 'first') => {
    const query = compile(parseSearch(q).clauses, new Map(), { utcOffset: 0 });
    const chats = [one, two].map((chatId) => ({
      ...{ chatId, kind: 'group' as const, name: '', visibleFromSeq: 1 },
    }));
    const after = page === 'first' ? undefined : next;
    const found = await finder.find(actor, { chats, query, order: 'newest', after, limit });
    next = found.next;
    return found.hits.map(({ message, before, after }) =>
      [before, message, after].map((found) => found && `${found.chatId} ${found.seq}`),
    );
  };
  return { world, find };
}

describe('MessageFinder', () => {
  it('reads a page of hits and what is beside them in one call, whichever chats', async () => {
    const { world, find } = await aFinder(9);
    expect(await find('tea')).toEqual([
      ['two 8', 'two 9', undefined],
      ['one 8', 'one 9', undefined],
      ['two 7', 'two 8', 'two 9'],
      ['one 7', 'one 8', 'one 9'],
    ]);
    expect(world.asked.map(({ slots }) => slots.length)).toEqual([4]);
  });

  it('takes no neighbour that says nothing, and looks no further than a few slots', async () => {
    const system = { kind: 'system', system: { type: 'member_left' } } as const;
    const { find } = await aFinder(9, { 4: system, 6: system, 7: system, 8: system });
    expect(await find('"tea 5"')).toEqual([
      ['two 4', 'two 5', 'two 6'],
      ['one 3', 'one 5', undefined],
    ]);
  });

  it('fills the page up where messages say no themselves, one call for each look', async () => {
    const { world, find } = await aFinder(9);
    world.isGone = ({ chatId, seq }) => chatId === two && seq > 7;
    const messages = async (page: 'first' | 'next') =>
      (await find('tea', 4, page)).map(([, message]) => message);
    expect(await messages('first')).toEqual(['one 9', 'one 8', 'two 7', 'one 7']);
    expect(world.asked.map(({ slots }) => slots.length)).toEqual([4, 14]);
    expect(await messages('next')).toEqual(['two 6', 'one 6', 'two 5', 'one 5']);
  });

  it('asks nothing of the log where nothing is found', async () => {
    const { world, find } = await aFinder(3);
    expect(await find('coffee')).toEqual([]);
    expect(world.asked).toEqual([]);
  });
});
