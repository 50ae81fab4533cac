/** More points than a wave has bars; twice as many are halved, so that an hour costs no more. */
const MOST_POINTS = 512;

/** So many of the latest are drawn while one speaks. */
const RECENT = 44;

/**
 * How loud a recording is over its time, each 0 to 1. `points`: evenly from its beginning, `spanMs`
 * apart. `recent`: one each time it was asked, the latest last.
 */
export interface RecordedLevels {
  readonly spanMs: number;
  readonly points: readonly number[];
  readonly recent: readonly number[];
}

export const noLevels: RecordedLevels = { spanMs: 50, points: [], recent: [] };

/** `atMs`: of the recording. What was not asked in between was as loud as it is now. */
export function heard(levels: RecordedLevels, atMs: number, level: number): RecordedLevels {
  const recent = [...levels.recent, level].slice(-RECENT);
  const room = roomFor({ ...levels, recent }, atMs);
  const place = Math.floor(atMs / room.spanMs);
  const before = room.points.slice(0, place);
  const gap = Array.from({ length: place - before.length }, () => level);
  const here = Math.max(level, room.points[place] ?? 0);
  return { ...room, points: [...before, ...gap, here] };
}

/** For a wave, 0 to 255: against the loudest, as the server measures what was sent. */
export function waveOf({ points }: RecordedLevels): readonly number[] {
  const loudest = Math.max(0, ...points);
  return points.map((level) => (loudest === 0 ? 0 : Math.round((255 * level) / loudest)));
}

/** The same of what one says just now: by how loud it seems, and nothing before it began. */
export function liveWaveOf({ recent }: RecordedLevels): readonly number[] {
  const silence = Array.from({ length: RECENT - recent.length }, () => 0);
  return [
    ...silence,
    ...recent.map((level) => Math.round(255 * Math.min(1, 2 * Math.sqrt(level)))),
  ];
}

function roomFor(levels: RecordedLevels, atMs: number): RecordedLevels {
  if (atMs / levels.spanMs < MOST_POINTS) return levels;
  const points = levels.points.flatMap((level, n) =>
    n % 2 === 0 ? Math.max(level, levels.points[n + 1] ?? 0) : [],
  );
  return roomFor({ ...levels, spanMs: 2 * levels.spanMs, points }, atMs);
}
