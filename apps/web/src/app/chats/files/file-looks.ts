import type { MessageFile } from '@app/contracts';

/** The end of a name in at most four capitals; of one without, of its type. */
export function badgeOf({ name, mime }: Pick<MessageFile, 'name' | 'mime'>): string {
  const end = /\.([\p{L}\p{N}]{1,4})$/u.exec(name)?.[1] ?? /[\w]{1,4}$/.exec(mime)?.[0] ?? '';
  return end.toUpperCase();
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1.2 MB`, as the language writes it. Units of 1000, as storage is sold. */
export function sizeWords(bytes: number, locale: string): string {
  const power = Math.min(
    units.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  );
  const amount = bytes / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power],
    // Bytes have no short form in English but `212 byte`.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0,
  }).format(amount);
}

/** The largest picture that is shown within a message, px. */
const MOST = { width: 360, height: 280 };
/** Room for one whose size nobody knows yet, and for one of several. */
const USUAL = { width: 220, height: 140 };
const LEAST = 96;

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The room that a picture or film gets, px; it is kept from the first moment on. */
export function roomOf({ width, height }: Pick<MessageFile, 'width' | 'height'>, isAlone: boolean) {
  if (!isAlone || !width || !height) return USUAL;
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  };
}
