/** A form for each category that the language has; `#` stands for the number. */
export type PluralForms = Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
>;

/**
 * How a language counts: `plural('uk')(3, { one: '# день', few: '# дні', other: '# днів' })`. The
 * rules are those of CLDR, by `Intl.PluralRules`.
 */
export function plural(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count));
}
