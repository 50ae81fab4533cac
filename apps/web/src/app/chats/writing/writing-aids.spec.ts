import { TestBed } from '@angular/core/testing';
import { EmojiBook } from '@app/web-ui';
import { EmojiFiles } from '../../data-access/emoji-files';
import { aMember, anOpenChat, jonas, mira } from '../testing/builders';
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
  const offered = async (trigger: '@' | ':', query: string, isClosed = false) =>
    (await aids.complete({ trigger, query, from: 0, isClosed })).map(({ text }) => text);
  return { store, aids, offered };
}

describe('WritingAids', () => {
  beforeEach(() => localStorage.clear());

  it('offers the members, and asks for others only where some are not known', async () => {
    const { store, offered } = theAids();
    expect(await offered('@', 'jo')).toEqual([]);
    expect(store.callsOf('searchPeople')).toEqual([]);
    store.hasMoreMembers.set(true);
    store.answer = [jonas, mira];
    expect(await offered('@', 'jo')).toEqual(['@jonas ']);
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

  it('offers them in the tone that was chosen', async () => {
    localStorage.setItem('parley.emoji', '{"tone":3}');
    const { offered } = theAids();
    expect(await offered(':', '+1', true)).toEqual(['👍🏽']);
  });

  it('loads the converter with the first rich paste', async () => {
    expect(await theAids().aids.toMarkdown('<b>a</b>')).toBe('**a**');
  });
});
