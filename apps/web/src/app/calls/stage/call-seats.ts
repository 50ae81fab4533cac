import type { UserId } from '@app/contracts';
import type { CallTileView } from './call-tiles';

/** All alike, or who speaks large and the others beside them. */
export type CallLayout = 'grid' | 'speaker';

/** So many pictures of people are shown, as more of them are too small to see anything. */
export const MOST_PICTURES = 12;

export interface CallSeats {
  readonly large: readonly CallTileView[];
  readonly small: readonly CallTileView[];
}

/** Among many those who have spoken last have a picture, and the first ones for the rest. */
export function withPictures(
  tiles: readonly CallTileView[],
  speakers: readonly UserId[],
): CallTileView[] {
  const people = tiles.filter(({ isScreen, isMine }) => !isScreen && !isMine);
  const isThere = new Set(people.map(({ userId }) => userId));
  const spoke = speakers.filter((userId) => isThere.has(userId));
  const seen = new Set(
    [...new Set([...spoke, ...people.map(({ userId }) => userId)])].slice(0, MOST_PICTURES),
  );
  return tiles.map((tile) =>
    tile.isScreen || tile.isMine || seen.has(tile.userId)
      ? tile
      : { ...tile, picture: null, isSeen: false },
  );
}

/** What somebody shows is large in any layout. */
export function seatsOf(
  tiles: readonly CallTileView[],
  layout: CallLayout,
  speakers: readonly UserId[],
): CallSeats {
  const screens = tiles.filter(({ isScreen }) => isScreen);
  const people = tiles.filter(({ isScreen }) => !isScreen);
  if (screens.length > 0 || layout === 'grid') return { large: screens, small: people };
  const lead = leadOf(people, speakers);
  return { large: lead ? [lead] : [], small: people.filter((tile) => tile !== lead) };
}

/** Who has spoken last, else the first of the others. */
export function leadOf(
  people: readonly CallTileView[],
  speakers: readonly UserId[],
): CallTileView | undefined {
  const others = people.filter(({ isMine, isScreen }) => !isMine && !isScreen);
  const spoke = speakers.flatMap((id) => others.filter(({ userId }) => userId === id));
  return spoke[0] ?? others[0];
}
