import type { UserId } from '@app/contracts';
import { leadOf, MOST_PICTURES, seatsOf, withPictures } from './call-seats';
import type { CallTileView } from './call-tiles';

const id = (n: number) => `user-${n}` as UserId;

const aTile = (n: number, about: Partial<CallTileView> = {}): CallTileView => ({
  key: id(n),
  userId: id(n),
  isScreen: false,
  isMine: false,
  picture: { id: `camera-${n}` } as MediaStreamTrack,
  isMuted: false,
  isSeen: true,
  isCalled: false,
  hand: null,
  ...about,
});
const people = (count: number) => Array.from({ length: count }, (_, n) => aTile(n));
const mine = aTile(99, { key: 'me', isMine: true });
const keys = (tiles: readonly CallTileView[]) => tiles.map(({ key }) => key);
const pictured = (tiles: readonly CallTileView[]) =>
  keys(tiles.filter(({ picture, isSeen }) => picture !== null && isSeen));

describe('withPictures', () => {
  it('leaves everybody their picture as long as there are few', () => {
    const tiles = [...people(MOST_PICTURES), mine];
    expect(withPictures(tiles, [])).toEqual(tiles);
  });

  it('shows those of the last speakers among many, in the places where they were', () => {
    const shown = withPictures([...people(50), mine], [id(40), id(3)]);
    expect(keys(shown)).toEqual(keys([...people(50), mine]));
    expect(pictured(shown)).toEqual([...keys(people(MOST_PICTURES - 1)), id(40), 'me']);
  });

  it('counts nobody who has left', () => {
    const shown = withPictures(people(20), [id(77), id(19)]);
    expect(pictured(shown)).toHaveLength(MOST_PICTURES);
    expect(pictured(shown)).toContain(id(19));
  });

  it('leaves out nothing that somebody shows', () => {
    const screen = aTile(49, { key: 'screen', isScreen: true });
    expect(pictured(withPictures([...people(50), screen], []))).toContain('screen');
  });
});

describe('seatsOf', () => {
  it('has all alike, but for what somebody shows', () => {
    const screen = aTile(1, { key: 'screen', isScreen: true });
    const tiles = [...people(3), mine];
    expect(seatsOf(tiles, 'grid', [id(2)])).toEqual({ large: [], small: tiles });
    expect(seatsOf([screen, ...tiles], 'speaker', [id(2)])).toEqual({
      large: [screen],
      small: tiles,
    });
  });

  it('has who spoke last large, and never me', () => {
    const { large, small } = seatsOf([...people(3), mine], 'speaker', [mine.userId, id(2)]);
    expect([keys(large), keys(small)]).toEqual([[id(2)], [id(0), id(1), 'me']]);
  });

  it('has me small also where I am alone', () => {
    expect(seatsOf([mine], 'speaker', [])).toEqual({ large: [], small: [mine] });
  });
});

describe('leadOf', () => {
  it('is the first one as long as nobody has spoken', () => {
    expect(leadOf([mine, ...people(2)], [])?.key).toBe(id(0));
  });
});
