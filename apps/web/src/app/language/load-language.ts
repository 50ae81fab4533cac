import type { Dictionary } from './dictionary';
import type { LanguageCode, PSEUDO } from './languages';
import { useTexts, type Reworded } from './texts';

type Load = () => Promise<{ readonly default: Dictionary | Reworded }>;

/** English stands in the features. */
const files: Readonly<Record<Exclude<LanguageCode, 'en'> | typeof PSEUDO, Load>> = {
  'en-XA': () => import('./pseudo'),
  de: () => import('../../languages/de'),
  es: () => import('../../languages/es'),
  fr: () => import('../../languages/fr'),
  uk: () => import('../../languages/uk'),
  ar: () => import('../../languages/ar'),
  zh: () => import('../../languages/zh'),
};

/**
 * Brings the words in the language of the page, which the script in `index.html` has chosen. What
 * cannot be fetched is read in English: a page in another language is better than none.
 */
export async function loadLanguage(code = document.documentElement.lang): Promise<void> {
  const load = Object.entries(files).find(([known]) => known === code)?.[1];
  if (!load) useTexts('en');
  else {
    try {
      useTexts((await load()).default);
    } catch (error) {
      // TypeError: no network, and not in the cache yet.
      console.warn('The language could not be loaded', error);
      useTexts('en');
      document.documentElement.lang = 'en';
      document.documentElement.dir = 'ltr';
    }
  }
}
