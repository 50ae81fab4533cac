type Sentence = (...parts: readonly unknown[]) => string;

/** A text, or what makes one. */
export type Leaf = string | Sentence;

/** Every text of a dictionary by its path: `chats.sections.unread`. */
export function namedLeaves(words: object, path = ''): readonly (readonly [string, Leaf])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null
      ? namedLeaves(value as object, name)
      : [[name, value as Leaf] as const];
  });
}

/** Every category of every language here, and a number that is grouped. */
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1000, 1_000_000];

/** The parameters that are numbers, by their names: a type is not there at run time. */
const numeric = /^(count|length|max|most|seconds|uses)$/;

/**
 * What `words` say when given the parts that `source`, the English, takes: a text for each count;
 * names are `⟦a⟧`, `⟦b⟧`, which no language has.
 */
export function said(source: Leaf, words: Leaf): readonly string[] {
  if (typeof source === 'string' || typeof words === 'string') {
    return [typeof words === 'string' ? words : ''];
  }
  const names = parametersOf(source);
  const isCounted = names.some((name) => numeric.test(name));
  return (isCounted ? counts : [0]).map((count) =>
    words(...names.map((name, at) => (numeric.test(name) ? count : `⟦${'abcdef'.charAt(at)}⟧`))),
  );
}

function parametersOf(sentence: Sentence): readonly string[] {
  const list = /^\(?([\w$\s,]*?)\)?\s*=>/.exec(sentence.toString())?.[1];
  if (list === undefined) throw new Error(`No arrow function: ${sentence.toString()}`);
  return list.split(',').map((name) => name.trim());
}
