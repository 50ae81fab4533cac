import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';

const web = resolve(import.meta.dirname, '../../apps/web/src');
const read = (path) => readFileSync(join(web, path), 'utf8');

/** The codes of `languages.ts`, and what is not offered but known. */
const offered = [...read('app/language/languages.ts').matchAll(/^ {2}(\w+): '/gm)].map(
  ([, code]) => code,
);
const page = read('index.html');
const script = /<script>(.*?)<\/script>/s.exec(page)[1];

/** The root element after the page's first script, for who chose that and whose browser asks. */
function rootFor(chosen, preferred) {
  const documentElement = { dataset: {} };
  runInNewContext(script, {
    document: { documentElement },
    localStorage: { getItem: (key) => (key === 'parley.language' ? chosen : null) },
    matchMedia: () => ({ matches: false }),
    navigator: { languages: preferred },
  });
  return documentElement;
}

describe('The first script of the page', () => {
  it('knows the languages that are offered', () => {
    expect(offered.length).toBeGreaterThan(6);
    const [, known] = /var known = \[(.*)\]/.exec(script);
    expect([...known.matchAll(/'([^']+)'/g)].map(([, code]) => code)).toEqual([
      ...offered,
      'en-XA',
    ]);
  });

  it.each(offered)('takes %s when it is chosen, and in its direction', (code) => {
    const dir = code === 'ar' ? 'rtl' : 'ltr';
    expect(rootFor(code, ['en-GB'])).toMatchObject({ lang: code, dir });
  });

  it('takes the first that the browser asks for and that is there', () => {
    expect(rootFor(null, ['it-IT', 'uk-UA', 'en-GB'])).toMatchObject({ lang: 'uk' });
    expect(rootFor('system', ['ar-EG'])).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('speaks English to everybody else', () => {
    expect(rootFor('tlh', ['it'])).toMatchObject({ lang: 'en', dir: 'ltr' });
  });
});
