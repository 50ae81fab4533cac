import { TestBed } from '@angular/core/testing';
import { ConnectionLost } from '@app/web-session';
import { EmojiBook, type Completion } from '@app/web-ui';
import { EmojiFiles } from '../../data-access/emoji-files';
import type { User } from '@app/contracts';
import { aMember, anOpenChat, aUser, jonas, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { WritingAids } from './writing-aids';

const thumb = { hexcode: '1F44D', unicode: '👍', label: 'thumbs up', group: 1 };
const book = new EmojiBook({
  emoji: [
    { hexcode: '1F389', unicode: '🎉', label: 'party popper', group: 1 },
    {
      ...thumb,
      skins: ['B', 'C', 'D', 'E', 'F'].map((tone) => ({
        ...thumb,
        hexcode: `1F44D-1F3F${tone}`,
        unicode: `👍${String.fromCodePoint(parseInt(`1F3F${tone}`, 16))}`,
      })),
    },
  ],
  shortcodes: { '1F389': 'tada', '1F44D': ['+1', 'thumbsup'] },
});

function theAids(prepare: (store: FakeChatStore) => void = () => undefined) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat());
  store.members.set([aMember(mira)]);
  prepare(store);
  const files = { book: () => Promise.resolve(book) };
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: EmojiFiles, useValue: files }],
  });
  const aids = TestBed.inject(WritingAids);
  /** What was offered before the whole answer was there. */
  const early: string[][] = [];
  const textsOf = (items: readonly Completion[]) => items.map(({ text }) => text);
  const offered = async (trigger: '@' | ':', query: string, isClosed = false) => {
    const soFar = (items: readonly Completion[]) => void early.push(textsOf(items));
    return textsOf(await aids.complete({ trigger, query, from: 0, isClosed }, soFar));
  };
  return { store, aids, files, offered, early };
}

/** A server that knows these people, of whom `mira` is a member; it takes so long to answer. */
function aDirectory(people: readonly User[], answerMs = 50) {
  const aids = theAids((store) => store.hasMoreMembers.set(true));
  const asked: string[] = [];
  const pageOf = (q: string) => {
    const fitting = people.filter(({ username }) => username.startsWith(q));
    const nextCursor = fitting.length > PAGE ? 'more' : null;
    return { items: fitting.slice(0, PAGE), page: { nextCursor, hasMore: nextCursor !== null } };
  };
  jest.spyOn(aids.store, 'allPeople').mockImplementation((...[q]) => {
    asked.push(q as string);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    setTimeout(() => resolve(pageOf(q as string)), answerMs);
    return promise;
  });
  /** Key by key, at this pace; what is offered at last. */
  const type = async (word: string, paceMs: number) => {
    const offers: Promise<readonly string[]>[] = [];
    for (let end = 0; end <= word.length; end++) {
      offers.push(aids.offered('@', word.slice(0, end)));
      await jest.advanceTimersByTimeAsync(paceMs);
    }
    await jest.advanceTimersByTimeAsync(5000);
    return offers.at(-1);
  };
  return { ...aids, asked, type };
}

const PAGE = 50;

/** So many whose names begin so. */
const crowd = (start: string, count: number): readonly User[] =>
  Array.from({ length: count }, (_, n) => {
    const name = `${start}${String.fromCharCode(97 + (n % 26))}${n}`;
    return aUser({ id: name, name });
  });

const joanna = aUser({ id: 'joanna', name: 'Joanna Brandt' });

describe('WritingAids', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('offers the members, and asks for nobody where all are known', async () => {
    const { store, offered } = theAids();
    expect([await offered('@', 'mi'), await offered('@', 'jo')]).toEqual([['@mira '], []]);
    expect(store.calls).toEqual([]);
  });

  it.each([
    ['fast', 100, ['joanna']],
    ['slowly', 400, ['j']],
  ])('asks once for a name that is typed %s', async (_, paceMs, questions) => {
    const { asked, type } = aDirectory([mira, jonas, joanna]);
    expect(await type('joanna', paceMs)).toEqual(['@joanna ']);
    expect(asked).toEqual(questions);
  });

  it.each([
    [100, 50],
    [300, 50],
    [600, 50],
    [300, 700],
    [300, 1500],
  ])(
    'asks twice at most among thousands, a key each %d ms, answered after %d ms',
    async (paceMs, answerMs) => {
      const people = ['j', 'jo', 'joa', 'joan'].flatMap((start) => crowd(start, 400));
      const { asked, type } = aDirectory([...people, joanna], answerMs);
      const offered = await type('joanna', paceMs);
      expect([asked.length <= 2, asked.at(-1), offered]).toEqual([true, 'joanna', ['@joanna ']]);
    },
  );

  it('offers those who were found already while they are enough', async () => {
    const { asked, type } = aDirectory([...crowd('ja', 10), ...crowd('jo', 60)]);
    expect(await type('ja', 400)).toHaveLength(8);
    expect(asked).toEqual(['j']);
  });

  it('offers whom it knows while it asks', async () => {
    const { type, early } = aDirectory([aUser({ id: 'miriam', name: 'Miriam Holt' })]);
    expect(await type('mir', 100)).toEqual(['@mira ', '@miriam ']);
    expect(early).toEqual(Array(3).fill(['@mira ']));
  });

  it('asks anew for the next word', async () => {
    const people = [jonas];
    const { asked, type } = aDirectory(people);
    await type('jo', 100);
    people.push(joanna);
    expect(await type('jo', 100)).toEqual(['@joanna ', '@jonas ']);
    expect(asked).toEqual(['jo', 'jo']);
  });

  it('offers whom it knows without a network, and asks again with the next key', async () => {
    const { store, type, asked } = aDirectory([mira, jonas]);
    const online = jest.mocked(store.allPeople).getMockImplementation()!;
    jest.mocked(store.allPeople).mockRejectedValueOnce(new ConnectionLost());
    expect(await type('mi', 400)).toEqual(['@mira ']);
    jest.mocked(store.allPeople).mockImplementation(online);
    expect([await type('jo', 100), asked.at(-1)]).toEqual([['@jonas '], 'jo']);
  });

  it('offers nobody at once in a direct chat', async () => {
    const { offered } = theAids((store) => store.chat.set(anOpenChat({ type: 'direct' })));
    expect(await offered('@', '')).toEqual(['@mira ']);
  });

  it('offers emoji by their names, and puts one for its whole shortcode', async () => {
    const { offered } = theAids();
    expect((await offered(':', 'tada'))[0]).toBe('🎉 ');
    expect(await offered(':', 'tada', true)).toEqual(['🎉']);
    expect(await offered(':', 'tadaa', true)).toEqual([]);
  });

  it('offers none without a network, and hides no mistake', async () => {
    const { offered, files } = theAids();
    files.book = () => Promise.reject(new ConnectionLost());
    expect(await offered(':', 'tada')).toEqual([]);
    files.book = () => Promise.reject(new TypeError('a mistake'));
    await expect(offered(':', 'tada')).rejects.toThrow('a mistake');
  });

  it('offers them in the tone that was chosen', async () => {
    localStorage.setItem('parley.emoji', '{"tone":3}');
    const { offered } = theAids();
    expect(await offered(':', '+1', true)).toEqual(['👍🏽']);
  });

  it('loads the converter with the first rich paste', async () => {
    expect(await theAids().aids.toMarkdown('<b>a</b>')).toBe('**a**');
  });
});
