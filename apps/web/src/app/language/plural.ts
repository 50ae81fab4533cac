import type { LanguageCode } from './languages';

/** In which categories each language counts, by CLDR; a spec holds them against `Intl`. */
export interface PluralCategories {
  readonly de: 'one' | 'other';
  readonly es: 'one' | 'many' | 'other';
  readonly fr: 'one' | 'many' | 'other';
  readonly uk: 'one' | 'few' | 'many' | 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  readonly zh: 'other';
}

/** English stands in the features, and counts by itself: it has two forms. */
export type CountingCode = Exclude<LanguageCode, 'en'>;

/**
 * A form for each category that the language has, or one for every number; `#` stands for the
 * number. What lacks a form does not compile.
 */
export type PluralForms<C extends CountingCode> = { readonly other: string } & (
  Readonly<Record<PluralCategories[C], string>> | Readonly<Partial<Record<Category, never>>>
);

type Category = Exclude<Intl.LDMLPluralRule, 'other'>;

/**
 * How a language counts: `plural('uk')(3, { one: '# день', few: '# дні', many: '# днів', other: '#
 * дня' })`. The rules are those of CLDR, by `Intl.PluralRules`.
 */
export function plural<C extends CountingCode>(
  code: C,
): (count: number, forms: PluralForms<C>) => string {
  const rules = new Intl.PluralRules(code);
  const numbers = new Intl.NumberFormat(code);
  return (count, forms) => {
    const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[rules.select(count)];
    return (form ?? forms.other).replaceAll('#', numbers.format(count));
  };
}
