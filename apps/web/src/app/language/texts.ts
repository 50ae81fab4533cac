import type { Dictionary } from './dictionary';

/** Other words in the place of English ones, of the same shape. */
export type Reworded = <T>(english: T) => T;

type Loaded = Dictionary | Reworded | 'en';

let loaded: Loaded | null = null;

/** From here on texts are in this language. Called once, before anything is drawn. */
export function useTexts(texts: Loaded): void {
  loaded = texts;
}

/**
 * The words of a feature in the person's language. `english` is the source that translations are
 * made from, and comes with the feature's code; another language is one file, loaded at the start.
 *
 * Texts are constants: a module may read them as it is evaluated. So no module of the first bundle
 * may ask for them, which would be before the language is there; this throws where one does.
 */
export function textsOf<S extends keyof Dictionary>(
  scope: S,
  english: Dictionary[S],
): Dictionary[S] {
  if (loaded === null) throw new Error(`The texts of "${scope}" are read before their language`);
  if (loaded === 'en') return english;
  return typeof loaded === 'function' ? loaded(english) : loaded[scope];
}
