import { snippetOf } from './snippet-of.js';

const of = (words: string, name = 'a.txt') => {
  const bytes = Buffer.from(words);
  return snippetOf(bytes, bytes.length, name);
};

describe('snippetOf', () => {
  it('gives a short text as it is', () => {
    expect(of('one\ntwo\n')).toEqual({ text: 'one\ntwo\n', isWhole: true });
    expect(of('')).toEqual({ text: '', isWhole: true });
  });

  it('gives 50 lines of a long one', () => {
    const lines = Array.from({ length: 60 }, (_, n) => `line ${n}`);
    const { text, isWhole } = of(lines.join('\r\n'));
    expect(text).toBe(lines.slice(0, 50).join('\n'));
    expect(isWhole).toBe(false);
  });

  it('leaves out a character that is cut', () => {
    const bytes = Buffer.from('Zürich');
    expect(snippetOf(bytes.subarray(0, 2), bytes.length, 'a.txt')).toEqual({
      text: 'Z',
      isWhole: false,
    });
  });

  it('is text whatever comes after what was looked at', () => {
    const { text } = snippetOf(Buffer.from([0x61, 0xff, 0x00, 0x62]), 4, 'a.txt');
    expect(text).toBe('a\u{FFFD}\u{FFFD}b');
    expect(text.isWellFormed()).toBe(true);
  });

  it.each([
    ['main.ts', 'typescript'],
    ['Script.PY', 'python'],
    ['page.html', 'xml'],
    ['notes.md', 'markdown'],
    ['notes.txt', undefined],
    ['LICENSE', undefined],
    ['a.constructor', undefined],
  ])('takes %s for %s', (name, language) => {
    expect(of('words', name).language).toBe(language);
  });
});
