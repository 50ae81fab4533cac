import { heard, liveWaveOf, noLevels, waveOf } from './recorded-levels';

/** A recording that was asked every 50 ms. */
const recorded = (ms: number, loudness: (atMs: number) => number) => {
  let levels = noLevels;
  for (let at = 0; at < ms; at += 50) levels = heard(levels, at, loudness(at));
  return levels;
};

describe('the levels of a recording', () => {
  it('are a wave against the loudest', () => {
    const levels = [0.1, 0.2, 0.05].reduce((now, level, n) => heard(now, 50 * n, level), noLevels);
    expect(waveOf(levels)).toEqual([128, 255, 64]);
    expect([waveOf(noLevels), waveOf(heard(noLevels, 0, 0))]).toEqual([[], [0]]);
  });

  it('take no more room for a quarter of an hour than for a minute', () => {
    const isLoud = (atMs: number) => atMs >= 600_000 && atMs < 610_000;
    const long = recorded(900_000, (atMs) => (isLoud(atMs) ? 0.5 : 0.1));
    expect(long.points.length).toBeLessThanOrEqual(512);
    expect(long.points.length * long.spanMs).toBeGreaterThanOrEqual(900_000);
    const loud = long.points.flatMap((level, n) => (level === 0.5 ? n * long.spanMs : []));
    expect(Math.abs(loud[0]! - 600_000)).toBeLessThanOrEqual(long.spanMs);
    expect(Math.abs(loud.at(-1)! - 610_000)).toBeLessThanOrEqual(long.spanMs);
  });

  it('have no hole where a page that nobody sees was asked seldom', () => {
    const levels = heard(heard(noLevels, 0, 0.1), 1000, 0.2);
    expect(levels.points).toHaveLength(21);
    expect(levels.points.every((level) => level > 0)).toBe(true);
  });

  it('are drawn while one speaks, the latest at the end', () => {
    const wave = liveWaveOf(recorded(5000, (atMs) => (atMs >= 4950 ? 0.25 : 0.01)));
    expect([wave.length, wave[0], wave.at(-1)]).toEqual([44, 51, 255]);
    expect(liveWaveOf(noLevels).every((level) => level === 0)).toBe(true);
  });
});
