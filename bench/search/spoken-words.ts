const size = 30_000;

/**
 * The same words each time, of a language that there is not. They begin in sixty ways, about as
 * evenly as those of an English text do.
 */
const vocabulary = Array.from({ length: size }, (_, n) => `${begin(n)}${syllables(n)}${n % 7}`);

function begin(n: number): string {
  const [consonant, vowel] = [n % 15, Math.floor(n / 15) % 4];
  return `${'bcdfghjklmnprst'[consonant]!}${'aeio'[vowel]!}`;
}

function syllables(n: number): string {
  const parts = ['ka', 'ro', 'mi', 'tel', 'an', 'sor', 've', 'lin', 'du', 'pha'];
  return String(n).replaceAll(/\d/g, (digit) => parts[Number(digit)]!);
}

/** Few words are said very often. `part`: of the most common ones. */
export const word = (part = 1): string => vocabulary[Math.floor(Math.random() ** 3 * part * size)]!;

export const aText = (): string => Array.from({ length: 12 }, () => word()).join(' ');
