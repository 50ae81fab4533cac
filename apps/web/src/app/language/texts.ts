import type { Dictionary } from './dictionary';
import { PSEUDO } from './languages';
import { pseudoWords } from './pseudo';

type Loaded = Dictionary | typeof PSEUDO | 'en';

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
  return loaded === PSEUDO ? pseudoWords(english) : loaded[scope];
}
