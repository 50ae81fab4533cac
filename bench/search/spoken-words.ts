const size = 30_000;

/** The same words each time, of a language that there is not. */
const vocabulary = Array.from({ length: size }, (_, n) => `${syllables(n)}${n % 7}`);

function syllables(n: number): string {
  const parts = ['ka', 'ro', 'mi', 'tel', 'an', 'sor', 've', 'lin', 'du', 'pha'];
  return String(n).replaceAll(/\d/g, (digit) => parts[Number(digit)]!);
}

/** Few words are said very often. `part`: of the most common ones. */
export const word = (part = 1): string => vocabulary[Math.floor(Math.random() ** 3 * part * size)]!;

export const aText = (): string => Array.from({ length: 12 }, () => word()).join(' ');
