import type { MediaLoad } from './media-engine.js';

/**
 * Where a room goes: the index of an idle worker, of one that does not run yet (`undefined` in
 * `loads`), or of the one with the least to do; undefined when that is busy.
 */
export function chooseWorker(
  loads: readonly (MediaLoad | undefined)[],
  busyShare: number,
): number | undefined {
  const indexes = loads.map((_, index) => index);
  const running = indexes.filter((index) => loads[index]);
  const idle = running.find((index) => loads[index]!.rooms === 0 && isFree(index));
  if (idle !== undefined) return idle;
  const absent = indexes.find((index) => !loads[index]);
  if (absent !== undefined) return absent;
  const [least] = running.sort((a, b) => order(loads[a]!, loads[b]!));
  return least !== undefined && isFree(least) ? least : undefined;

  function isFree(index: number): boolean {
    return loads[index]!.share < busyShare;
  }
}

/** A tenth of a core is noise: then the rooms count. */
const order = (a: MediaLoad, b: MediaLoad): number =>
  Math.round(10 * a.share) - Math.round(10 * b.share) || a.rooms - b.rooms;
