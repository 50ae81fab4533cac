import type { ChatId } from '@app/contracts';
import type { HitPlace, IndexEntry, IndexQuery, SearchIndex, Term } from './search-index.js';

const chatId = 'chat-1' as ChatId;
const other = 'chat-2' as ChatId;
const hour = 3_600_000;

/** `hello`: the word; `hel*`: words that begin so. */
const term = (text: string): Term =>
  text.endsWith('*')
    ? { term: text.slice(0, -1), isPrefix: true }
    : { term: text, isPrefix: false };

/** A slot of some words, sent `seq` hours after the beginning. */
const slot = (seq: number, words: string, atMs = seq * hour): IndexEntry => ({
  seq,
  atMs,
  terms: words.split(' ').filter((word) => word !== ''),
});

/** `hello wor* | x -bye`: all of these, one of `wor*` and `x`, without `bye`. */
function asked(text: string, more: Partial<IndexQuery> = {}): IndexQuery {
  const words = text.split(' ');
  return {
    scopes: [{ chatId, fromSeq: 1 }],
    all: words
      .filter((word) => !word.startsWith('-'))
      .map((group) => group.split('|').map((one) => term(one))),
    none: words.filter((word) => word.startsWith('-')).map((word) => term(word.slice(1))),
    fromMs: 0,
    toMs: Number.MAX_SAFE_INTEGER,
    order: 'newest',
    limit: 10,
    ...more,
  };
}

/** What every `SearchIndex` promises. `open`: two of one backing, as two processes have it. */
export function searchIndexConformance(
  open: () => Promise<readonly [SearchIndex, SearchIndex]>,
): void {
  let index: SearchIndex;
  let there: SearchIndex;
  const revs = new Map<ChatId, number>();

  beforeEach(async () => {
    [index, there] = await open();
    revs.clear();
  });

  /** The next step of a chat, of one rev for each entry. */
  async function put(entries: readonly IndexEntry[], of = chatId, by = index): Promise<void> {
    const fromRev = revs.get(of) ?? 0;
    const toRev = fromRev + entries.length;
    expect(await by.apply({ chatId: of, fromRev, toRev, entries })).toBe(true);
    revs.set(of, toRev);
  }

  const seqs = (hits: readonly HitPlace[]) => hits.map(({ seq }) => seq);
  const find = async (query: IndexQuery, by = index) => seqs((await by.find(query)).hits);

  /** Every page of a query, each hit as `chat:seq`. */
  async function pages(query: IndexQuery): Promise<string[][]> {
    const all: string[][] = [];
    let after: HitPlace | undefined;
    do {
      const { hits, next } = await index.find({ ...query, after });
      all.push(hits.map((hit) => `${hit.chatId.at(-1)}:${hit.seq}`));
      after = next;
    } while (after !== undefined);
    return all;
  }

  it('finds nothing in what it does not know', async () => {
    expect(await find(asked('hello'))).toEqual([]);
    expect(await index.revsOf([chatId])).toEqual(new Map());
  });

  it('finds by words, the newest first', async () => {
    await put([slot(1, 'hello world'), slot(2, 'hello there'), slot(3, 'world')]);
    expect(await find(asked('hello'))).toEqual([2, 1]);
    expect(await find(asked('hello world'))).toEqual([1]);
    expect(await find(asked('hell'))).toEqual([]);
  });

  it('finds by beginnings, in all scripts', async () => {
    await put([
      slot(1, 'hello héé'),
      slot(2, 'привет мир'),
      slot(3, '你好 好吗 吗'),
      slot(4, 'he'),
    ]);
    expect(await find(asked('he*'))).toEqual([4, 1]);
    expect(await find(asked('при* ми*'))).toEqual([2]);
    expect(await find(asked('好*'))).toEqual([3]);
    expect(await find(asked('吗*'))).toEqual([3]);
  });

  it('finds one of several', async () => {
    await put([slot(1, 'a x'), slot(2, 'b x'), slot(3, 'c x')]);
    expect(await find(asked('a|c x'))).toEqual([3, 1]);
  });

  it('leaves out what is not wanted', async () => {
    await put([slot(1, 'tea milk'), slot(2, 'tea sugar'), slot(3, 'tea milky')]);
    expect(await find(asked('tea -milk'))).toEqual([3, 2]);
    expect(await find(asked('tea -mil*'))).toEqual([2]);
  });

  it('knows no other word by a part of one, nor by a sign that means something', async () => {
    await put([slot(1, 'a.c'), slot(2, 'abc'), slot(3, '$gt'), slot(4, 'x'.repeat(40))]);
    expect(await find(asked('a.c'))).toEqual([1]);
    expect(await find(asked('$gt'))).toEqual([3]);
    expect(await find(asked(`${'x'.repeat(39)}*`))).toEqual([4]);
  });

  it('looks only where it is told to', async () => {
    await put([slot(1, 'tea'), slot(2, 'tea'), slot(3, 'tea')]);
    await put([slot(1, 'tea', 10 * hour)], other);
    expect(await find(asked('tea', { scopes: [{ chatId, fromSeq: 2 }] }))).toEqual([3, 2]);
    expect(await find(asked('tea', { scopes: [] }))).toEqual([]);
    const both = [chatId, other].map((id) => ({ chatId: id, fromSeq: 2 }));
    expect(await find(asked('tea', { scopes: both }))).toEqual([3, 2]);
  });

  it('looks only at what was sent then', async () => {
    await put([1, 2, 3, 4].map((seq) => slot(seq, 'tea')));
    expect(await find(asked('tea', { fromMs: 2 * hour, toMs: 4 * hour }))).toEqual([3, 2]);
    expect(await find(asked('tea', { fromMs: 5 * hour }))).toEqual([]);
  });

  it('brings chats together by time, page by page', async () => {
    await put([slot(1, 'tea', 1), slot(2, 'tea', 4), slot(3, 'tea', 5)]);
    await put([slot(1, 'tea', 2), slot(2, 'tea', 4), slot(3, 'tea', 9)], other);
    const scopes = [chatId, other].map((id) => ({ chatId: id, fromSeq: 1 }));
    expect((await pages(asked('tea', { scopes, limit: 2 }))).flat()).toEqual([
      '2:3',
      '1:3',
      '2:2',
      '1:2',
      '2:1',
      '1:1',
    ]);
  });

  it('puts what fits best first, then the newest', async () => {
    await put([slot(1, 'tea'), slot(2, 'teapot'), slot(3, 'team tea'), slot(4, 'teams')]);
    const best = asked('tea*', { order: 'best', limit: 3 });
    expect(await find(best)).toEqual([3, 1, 4]);
    expect((await pages(best)).flat()).toEqual(['1:3', '1:1', '1:4', '1:2']);
  });

  it('finds an edit at once by its new words, and no more by its old ones', async () => {
    await put([slot(1, 'first tea'), slot(2, 'tea')]);
    await put([slot(1, 'first coffee', hour)]);
    expect(await find(asked('tea'))).toEqual([2]);
    expect(await find(asked('coffee first'))).toEqual([1]);
  });

  it('finds nothing of what is gone', async () => {
    await put([slot(1, 'tea'), slot(2, 'tea')]);
    await put([slot(1, '')]);
    expect(await find(asked('tea'))).toEqual([2]);
    await put([slot(2, '')]);
    expect(await find(asked('tea'))).toEqual([]);
  });

  it('finds, edits and loses the same when there is much', async () => {
    const word = (seq: number) => `w${seq % 7}`;
    for (let first = 1; first <= 700; first += 100) {
      const some = Array.from({ length: 100 }, (_, i) => first + i);
      await put(some.map((seq) => slot(seq, `all ${word(seq)} n${seq}`)));
    }
    await put([
      slot(7, 'all w1 edited', 7 * hour),
      slot(14, ''),
      slot(699, 'all w6 late', 699 * hour),
    ]);

    const multiplesOf7 = Array.from({ length: 100 }, (_, i) => 700 - 7 * i);
    const expected = multiplesOf7.filter((seq) => seq !== 7 && seq !== 14);
    expect(await find(asked('all w0', { limit: 500 }))).toEqual(expected);
    expect(await find(asked('edited'))).toEqual([7]);
    expect(await find(asked('n7'))).toEqual([]);
    expect(await find(asked('n14'))).toEqual([]);
    expect(await find(asked('n699'))).toEqual([]);
    expect(await find(asked('n69*'))).toEqual([698, 697, 696, 695, 694, 693, 692, 691, 690, 69]);
    expect(await find(asked('late'))).toEqual([699]);
    expect((await pages(asked('w3', { limit: 9 }))).flat()).toHaveLength(100);
    expect(await find(asked('all', { fromMs: 3 * hour, toMs: 6 * hour }))).toEqual([5, 4, 3]);

    await put([slot(14, 'all w0 back', 14 * hour)]);
    expect(await find(asked('back'))).toEqual([14]);
  });

  it('goes through many chats in the order of time, however long each of them is', async () => {
    const chatIds = Array.from({ length: 9 }, (_, n) => `chat-${n}` as ChatId);
    const wordsAt = (n: number, i: number) => ['tea', 'tea milk', 'milky tea', 'cup'][(i + n) % 4]!;
    const said: (readonly [name: string, atMs: number, words: string])[] = [];
    for (const [n, of] of chatIds.entries()) {
      const length = n % 3 === 0 ? 300 : 10 + n;
      // They end within an hour, but for two that have long been silent.
      const endMs = (n % 4 === 1 ? 500 : 1000) * hour + n;
      const entries = Array.from({ length }, (_, i) =>
        slot(i + 1, wordsAt(n, i), endMs - (length - i) * hour),
      );
      await put(entries, of);
      for (const [i, { seq, atMs }] of entries.entries())
        said.push([`${n}:${seq}`, atMs, wordsAt(n, i)]);
    }
    const scopes = chatIds.map((of) => ({ chatId: of, fromSeq: 1 }));
    const named = (has: (words: string) => boolean) =>
      said
        .filter(([, , words]) => has(words))
        .sort(([, one], [, two]) => two - one)
        .map(([name]) => name);

    const tea = named((words) => words.includes('tea'));
    expect((await pages(asked('tea', { scopes, limit: 50 }))).flat()).toEqual(tea);
    const milk = named((words) => words.startsWith('tea milk'));
    expect((await pages(asked('tea milk', { scopes, limit: 7 }))).flat()).toEqual(milk);
    const milky = named((words) => words.startsWith('milky'));
    const best = asked('tea milk*', { scopes, limit: 50, order: 'best' });
    expect((await pages(best)).flat()).toEqual([...milk, ...milky]);

    const [late, early] = [slot(2, 'tea rare', 1001 * hour), slot(7, 'rare', hour)];
    await put([late], chatIds[1], there);
    await put([early], chatIds[6], there);
    expect((await pages(asked('rare', { scopes, limit: 1 }))).flat()).toEqual(['1:2', '6:7']);
    expect((await pages(asked('rare tea', { scopes }))).flat()).toEqual(['1:2']);
  });

  it('is one, whoever writes and asks', async () => {
    await put([slot(1, 'tea')]);
    await put([slot(2, 'tea')], chatId, there);
    expect(await find(asked('tea'), there)).toEqual([2, 1]);
    expect(await there.revsOf([chatId, other])).toEqual(new Map([[chatId, 2]]));
  });

  it('takes no step from where a chat is not', async () => {
    await put([slot(1, 'tea')]);
    const step = { chatId, fromRev: 0, toRev: 1, entries: [slot(1, 'coffee')] };
    expect(await there.apply(step)).toBe(false);
    expect(await there.apply({ ...step, fromRev: 5, toRev: 6 })).toBe(false);
    expect(await find(asked('coffee'))).toEqual([]);
  });

  it('lets one of two win that take the same step', async () => {
    for (let rev = 0; rev < 300; rev += 50) {
      const entries = (by: string) =>
        Array.from({ length: 50 }, (_, i) => slot(rev + i + 1, `by${by} all`));
      const step = (by: string) => ({
        chatId,
        fromRev: rev,
        toRev: rev + 50,
        entries: entries(by),
      });
      const won = await Promise.all([index.apply(step('a')), there.apply(step('b'))]);
      expect(won.filter(Boolean)).toHaveLength(1);
    }
    const [a, b] = [
      await find(asked('bya', { limit: 500 })),
      await find(asked('byb', { limit: 500 })),
    ];
    expect(a.length + b.length).toBe(300);
    expect(await find(asked('all', { limit: 500 }))).toHaveLength(300);
  });

  it('moves on by revs that say nothing of any slot', async () => {
    expect(await index.apply({ chatId, fromRev: 0, toRev: 3, entries: [] })).toBe(true);
    expect(await index.revsOf([chatId])).toEqual(new Map([[chatId, 3]]));
  });

  it('takes out what was emptied, by a step to where it is', async () => {
    const some = Array.from({ length: 300 }, (_, i) => slot(i + 1, 'tea'));
    await put(some);
    const entries = some.slice(0, 200).map(({ seq }) => ({ seq, atMs: 0, terms: [] }));
    const step = { chatId, fromRev: 300, toRev: 300, entries };
    for (const by of [index, there]) expect(await by.apply(step)).toBe(true);
    const left = await find(asked('tea', { limit: 500 }));
    expect(left).toEqual(Array.from({ length: 100 }, (_, i) => 300 - i));
    await put([slot(301, 'tea')]);
    expect(await find(asked('tea', { limit: 1 }), there)).toEqual([301]);
  });

  it('forgets a chat, and stays where it was', async () => {
    const some = Array.from({ length: 300 }, (_, i) => slot(i + 1, 'tea'));
    await put(some);
    await put([slot(1, 'tea')], other);
    await index.forget(chatId, 301);
    await index.forget(chatId, 301);
    expect(await find(asked('tea'))).toEqual([]);
    expect(await find(asked('tea', { scopes: [{ chatId: other, fromSeq: 1 }] }))).toEqual([1]);
    expect(await index.revsOf([chatId])).toEqual(new Map([[chatId, 301]]));
    expect(await there.apply({ chatId, fromRev: 0, toRev: 9, entries: some })).toBe(false);
  });
}
