import { keepPlace, placeIn } from './reading-place';

describe('the place where one reads', () => {
  beforeEach(() => sessionStorage.clear());

  it('is kept for each chat that one goes on from', () => {
    keepPlace('a', 40);
    keepPlace('b', 7);
    keepPlace('a', 41);
    expect([placeIn('a'), placeIn('b'), placeIn('c')]).toEqual([41, 7, null]);
  });

  it('is forgotten at the end of a chat, and after fifty others', () => {
    keepPlace('a', 40);
    keepPlace('a', null);
    keepPlace('b', 7);
    for (let n = 0; n < 50; n++) keepPlace(`c${n}`, 1);
    expect([placeIn('a'), placeIn('b'), placeIn('c0')]).toEqual([null, null, 1]);
  });

  it.each(['{', '5', 'null', '{}', '[5]', '[["a", "x"]]'])(
    'is nowhere when what was kept is %s',
    (kept) => {
      sessionStorage.setItem('parley.places', kept);
      expect(placeIn('a')).toBeNull();
      keepPlace('a', 40);
      expect(placeIn('a')).toBe(40);
    },
  );
});
