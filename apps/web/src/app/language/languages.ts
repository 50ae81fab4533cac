/** The languages that every word of the client stands in, by their own names. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  uk: 'Українська',
  ar: 'العربية',
  zh: '中文',
} as const satisfies Readonly<Record<string, string>>;

export type LanguageCode = keyof typeof languages;

/** English with accents and longer words: shows what is not translated, and what has no room. */
export const PSEUDO = 'en-XA';

/** A language, or `system`: the first of the browser's that there is, else English. */
export type LanguageChoice = LanguageCode | 'system';

/**
 * The locale of dates, numbers and lists: the browser's own of the language that is shown, which
 * knows the region ("en-GB"), else the language alone. Arabic has the digits of badges and code
 * everywhere: a region's own would stand beside them.
 */
export function localeOf(code: string, preferred: readonly string[]): string {
  const locale = preferred.find((tag) => tag.split('-')[0] === code.split('-')[0]) ?? code;
  return code === 'ar' ? `${locale}-u-nu-latn` : locale;
}
