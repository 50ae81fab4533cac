import { UiLabels } from '@app/web-ui';
import type { Dictionary } from './dictionary';
import { languages, localeOf, PSEUDO } from './languages';
import { loadLanguage } from './load-language';
import { plural, type CountingCode, type PluralCategories } from './plural';
import { pseudoWords } from './pseudo';
import { textsOf, useTexts } from './texts';
import { uiLabels } from './ui-texts';

describe('textsOf', () => {
  afterEach(() => useTexts('en'));

  it('is the source itself in English', () => {
    const english = new UiLabels();
    expect(textsOf('ui', english)).toBe(english);
  });

  it('is the part of the dictionary in another language', () => {
    const ui = Object.assign(new UiLabels(), { send: 'Absenden' });
    useTexts({ ui } as unknown as Dictionary);
    expect(uiLabels().send).toBe('Absenden');
  });

  it('reaches every word of the pseudo language, those that are counted too', async () => {
    await loadLanguage(PSEUDO);
    expect(uiLabels().send).toMatch(/^\[Šéñd·+]$/);
    expect(uiLabels().unread(3)).toMatch(/^\[3 üñ.*·+]$/);
    expect(uiLabels().presence.online).toMatch(/^\[Öñlíñé·+]$/);
  });
});

describe('loadLanguage', () => {
  afterEach(() => useTexts('en'));

  it.each(Object.keys(languages))('brings %s', async (code) => {
    await loadLanguage(code);
    expect(uiLabels().send).not.toBe('');
  });

  it('takes English for what it does not know', async () => {
    await loadLanguage('tlh');
    expect(uiLabels().send).toBe('Send');
  });
});

describe('localeOf', () => {
  it("is the browser's own of the language, which knows the region", () => {
    expect(localeOf('en', ['de-AT', 'en-GB', 'en-US'])).toBe('en-GB');
  });

  it('is the language where the browser speaks another', () => {
    expect(localeOf('de', ['en-GB'])).toBe('de');
  });

  it('has one kind of digits in Arabic, whatever the region writes', () => {
    const numbers = new Intl.NumberFormat(localeOf('ar', ['ar-EG']));
    expect(numbers.format(12)).toBe('12');
  });
});

describe('plural', () => {
  const categories: {
    readonly [C in CountingCode]: Readonly<Record<PluralCategories[C], true>>;
  } = {
    de: { one: true, other: true },
    es: { one: true, many: true, other: true },
    fr: { one: true, many: true, other: true },
    uk: { one: true, few: true, many: true, other: true },
    ar: { zero: true, one: true, two: true, few: true, many: true, other: true },
    zh: { other: true },
  };

  it.each(Object.keys(languages).filter((code) => code !== 'en') as CountingCode[])(
    'asks for every form that %s has',
    (code) => {
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      expect(Object.keys(categories[code]).sort()).toEqual([...pluralCategories].sort());
    },
  );

  it('counts as the language does', () => {
    const count = plural('uk');
    const forms = { one: '# день', few: '# дні', many: '# днів', other: '# дня' };
    expect([1, 3, 5, 21, 1.5].map((days) => count(days, forms))).toEqual([
      '1 день',
      '3 дні',
      '5 днів',
      '21 день',
      '1,5 дня',
    ]);
  });

  it('takes one form for every number where a text has one, and no other that lacks some', () => {
    expect(plural('ar')(2, { other: '# رسائل' })).toMatch(/^\S+ رسائل$/);
    // @ts-expect-error Ukrainian has `few` and `many`, too.
    expect(plural('uk')(3, { one: '# день', other: '# днів' })).toBe('3 днів');
  });
});

describe('pseudoWords', () => {
  it('keeps what a sentence is given', () => {
    const words = pseudoWords({ by: (name: string) => `by ${name}` });
    expect(words.by('42')).toMatch(/^\[bý 42·+]$/);
  });
});
