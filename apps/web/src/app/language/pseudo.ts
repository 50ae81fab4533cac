const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Ü', Y: 'Ý', Z: 'Ž' },
};

/** A third longer, as translations are, in brackets that show where a sentence was put together. */
function pseudoText(text: string): string {
  if (text === '') return '';
  const accented = text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
  return `[${accented}${'·'.repeat(Math.ceil(text.length / 3))}]`;
}

/** The same words, recognizably not English; functions keep what they are given as it is. */
export function pseudoWords<T>(words: T): T {
  if (typeof words === 'string') return pseudoText(words) as T;
  if (typeof words === 'function') {
    const make = words as unknown as (...parts: unknown[]) => string;
    return ((...parts: unknown[]) => pseudoText(make(...parts))) as T;
  }
  return Object.fromEntries(
    Object.entries(words as object).map(([key, value]) => [key, pseudoWords(value as unknown)]),
  ) as T;
}

export default pseudoWords;
