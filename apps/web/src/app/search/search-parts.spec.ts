import { parseSearch } from '@app/contracts';
import { searchParts, tokensOf, withoutToken, withPart } from './search-parts';

describe('withPart', () => {
  it.each([
    ['', 'from:', 'from:'],
    ['tea ', 'from:', 'tea from:'],
    ['tea', 'has:link', 'tea has:link '],
    ['has:link tea', 'has:link', 'has:link tea'],
    ['tea', '-', 'tea -'],
  ])('puts %j and %j together', (query, part, expected) => {
    expect(withPart(query, part)).toBe(expected);
  });

  it('puts in what a query understands', () => {
    for (const { text } of searchParts) {
      const value = { 'after:': '2026', 'before:': '2026' }[text] ?? 'x';
      const query = withPart('tea', text) + (text.endsWith(':') || text === '-' ? value : '');
      expect(parseSearch(query)).toMatchObject({ clauses: [{}, {}], issues: [] });
    }
  });
});

describe('withoutToken', () => {
  it.each([
    ['from:mira', ''],
    ['from:mira tea', 'tea'],
    ['tea  from:mira ', 'tea'],
    ['tea -from:"Mira Okafor" cake', 'tea cake'],
  ])('takes the operator out of %j', (query, expected) => {
    const [token, ...others] = tokensOf(query);
    expect([withoutToken(query, token!), others]).toEqual([expected, []]);
  });

  it('knows what is no operator, or none that is understood', () => {
    expect(tokensOf('tea "in: a row" https://x.example has:money from: -tea')).toEqual([]);
  });
});
