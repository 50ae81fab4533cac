import type { ChatId } from '@app/contracts';
import { aRow, jonas } from '../testing/builders';
import { filterChats } from './filter-chats';
import { titleOf } from './last-line';

const sections = [
  { name: 'direct' as const, chats: [aRow({ id: 'd' as ChatId, title: 'Jonas', peer: jonas })] },
  {
    name: 'group' as const,
    chats: [
      aRow({ id: 'a' as ChatId, title: 'Größere Pläne' }),
      aRow({ id: 's' as ChatId, title: '', isSelf: true }),
    ],
  },
];
const found = (filter: string) =>
  filterChats(sections, filter, titleOf).flatMap((section) => section.chats.map((c) => c.id));

describe('filterChats', () => {
  it.each([
    ['', ['d', 'a', 's']],
    ['plane', ['a']],
    ['PLÄ grö', ['a']],
    ['notes', ['s']],
    ['jonas', ['d']],
    ['nobody', []],
  ])('%j finds %j', (filter, ids) => expect(found(filter)).toEqual(ids));

  it('drops sections in which nothing is left', () => {
    expect(filterChats(sections, 'plane', titleOf).map((s) => s.name)).toEqual(['group']);
  });
});
