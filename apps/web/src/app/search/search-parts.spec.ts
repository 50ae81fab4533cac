import { parseSearch } from '@app/contracts';
import { searchParts, withPart } from './search-parts';

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
