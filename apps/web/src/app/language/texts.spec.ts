import { UiLabels } from '@app/web-ui';
import type { Dictionary } from './dictionary';
import { languages, localeOf, PSEUDO } from './languages';
import { loadLanguage } from './load-language';
import { plural } from './plural';
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
  it('counts as the language does', () => {
    const count = plural('uk');
    const forms = { one: '# день', few: '# дні', other: '# днів' };
    expect([1, 3, 5, 21].map((days) => count(days, forms))).toEqual([
      '1 день',
      '3 дні',
      '5 днів',
      '21 день',
    ]);
  });

  it('takes the last form for what has none of its own', () => {
    expect(plural('ar')(2, { other: '# رسائل' })).toMatch(/^\S+ رسائل$/);
  });
});

describe('pseudoWords', () => {
  it('keeps what a sentence is given', () => {
    const words = pseudoWords({ by: (name: string) => `by ${name}` });
    expect(words.by('42')).toMatch(/^\[bý 42·+]$/);
  });
});
