import { aboveAll, cutPage, decodeCursor } from './page-cursor.js';

const placeOf = ({ id }: { id: string }) => [id];
const found = ['a', 'b', 'c'].map((id) => ({ id }));

describe('cutPage', () => {
  it('ends where more was found than is wanted, behind the last that is on it', () => {
    const { items, page } = cutPage(found, 2, placeOf);
    expect(items).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(page.hasMore).toBe(true);
    expect(decodeCursor(page.nextCursor!, 1)).toEqual(['b']);
  });

  it.each([3, 4])('of %d has all three, and no next one', (limit) => {
    const none = { nextCursor: null, hasMore: false };
    expect(cutPage(found, limit, placeOf)).toEqual({ items: found, page: none });
  });

  it('of nothing is empty', () => {
    const none = { nextCursor: null, hasMore: false };
    expect(cutPage([], 2, placeOf)).toEqual({ items: [], page: none });
  });
});

describe('decodeCursor', () => {
  it('refuses what we did not make', () => {
    const invalid = expect.objectContaining({ code: 'validation_failed' }) as Error;
    for (const cursor of ['made up', Buffer.from('["a","b"]').toString('base64url')])
      expect(() => decodeCursor(cursor, 1)).toThrow(invalid);
    expect(decodeCursor('', 1)).toBeUndefined();
  });
});

it('nothing is above `aboveAll`, byte by byte, as databases compare', () => {
  for (const text of ['~', '\u007f', 'Ж', '\uffff', '🧑‍🚀'])
    expect(Buffer.compare(Buffer.from(aboveAll), Buffer.from(text))).toBe(1);
});
