import { maxFileName } from '@app/contracts';

/** What names have that are no file of anybody's: paths, and devices of Windows. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/** Controls, halves of characters, and what turns the direction of the text that follows. */
const unseen = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What some system takes for a part of a path, a pattern or a stream. */
const special = /[<>:"|?*]/gu;

/**
 * The name of a file as it may be shown and saved anywhere: the last part of whatever path it came
 * with, in one line, read in one direction, at most 255 units with its ending kept. `file` where
 * nothing is left.
 */
export function safeFileName(said: string): string {
  const last = said.split(/[/\\]/u).at(-1)!;
  const seen = last
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(unseen, '')
    .replaceAll(special, '_')
    .replaceAll(/\s+/gu, ' ')
    // Hidden on one system, cut off on another.
    .replace(/^[. ]+/u, '')
    .replace(/[. ]+$/u, '');
  const name = device.test(seen) ? `_${seen}` : seen;
  return shortened(name) || 'file';
}

/** In lower case, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

function shortened(name: string): string {
  if (name.length <= maxFileName) return name;
  const ending = endingOf(name);
  const tail = ending === '' ? '' : `.${ending}`;
  // Half a character at the cut is none.
  return name.slice(0, maxFileName - tail.length).replace(/\p{Cs}$/u, '') + tail;
}
