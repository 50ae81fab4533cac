import type { Box } from './boxes.js';
import type { PatchedFile } from './in-place.js';

/** What people and telephones write into a film: places, names, times, further pictures. */
const told = new Set(['udta', 'meta', 'uuid']);

/** What these are in. */
const containers = new Set(['moov', 'trak', 'mdia']);

/** Headers with the times at which it was made, and changed. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Levels of boxes in boxes that are looked at. */
const maxDepth = 4;

/**
 * Overwrites the metadata of an MP4 or a QuickTime film with zeros, in boxes that say that there is
 * nothing in them. What is no such file is left as it is.
 */
export function scrubMovie(file: PatchedFile): Promise<void> {
  return scrubIn(file, 0, file.size, maxDepth);
}

async function scrubIn(file: PatchedFile, from: number, to: number, depth: number): Promise<void> {
  if (depth === 0) return;
  for (const box of await file.boxes(from, to)) {
    const { type, start, end } = box;
    if (told.has(type)) await empty(file, box);
    else if (dated.has(type)) await forgetTimes(file, box);
    else if (containers.has(type)) await scrubIn(file, start, end, depth - 1);
  }
}

async function empty(file: PatchedFile, { nameAt, start, end }: Box): Promise<void> {
  await file.write(nameAt, Buffer.from('free'));
  await file.fill(start, end - start, 0);
}

async function forgetTimes(file: PatchedFile, { start, end }: Box): Promise<void> {
  const [version = 0] = await file.read(start, 1);
  // Behind version and flags; each of two times has four bytes, or eight.
  const bytes = version === 1 ? 16 : 8;
  if (start + 4 + bytes <= end) await file.fill(start + 4, bytes, 0);
}
