import { keyRangesOf, searchKeysOf } from './search-keys.js';

describe('search keys', () => {
  it('are the words of name and username, whole and in parts, each once', () => {
    expect(searchKeysOf('Ana O’Neill-Smith', 'ana.smith').sort()).toEqual([
      'ana',
      'ana.smith',
      'neill',
      'o',
      'o’neill-smith',
      'smith',
    ]);
  });

  it('keep names that are not written in letters', () => {
    expect(searchKeysOf('🦊', 'fox')).toEqual(['🦊', 'fox']);
  });

  it('are looked for by one range per word, with both bounds', () => {
    expect(keyRangesOf('  Ana  Sm ')).toEqual([
      { from: 'ana', to: 'ana\u{10ffff}' },
      { from: 'sm', to: 'sm\u{10ffff}' },
    ]);
  });

  it('give no character of a query a meaning', () => {
    expect(keyRangesOf('.*')).toEqual([{ from: '.*', to: '.*\u{10ffff}' }]);
  });

  it('are no more than five per query', () => {
    expect(keyRangesOf('a b c d e f g')).toHaveLength(5);
  });

  it('are none where nothing is left to look for', () => {
    expect(keyRangesOf('\u0301')).toEqual([]);
  });
});
