import { excerptOf } from './excerpt';

const shown = (text: string, ...words: readonly string[]) => {
  const ranges = words.map((word) => ({
    from: text.indexOf(word),
    to: text.indexOf(word) + word.length,
  }));
  const parts = excerptOf(text, ranges);
  return parts.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('');
};

describe('excerptOf', () => {
  it.each([
    ['the quick fox', ['quick'], 'the [quick] fox'],
    ['the quick fox', ['the', 'fox'], '[the] quick [fox]'],
    ['nothing marked', [], 'nothing marked'],
    ['two\n\nlines', ['lines'], 'two [lines]'],
    ['', [], ''],
  ] as const)('%j with %j', (text, words, expected) => {
    expect(shown(text, ...words)).toBe(expected);
  });

  it('begins a little before what was found in a long text, at a word', () => {
    const text = `${'word '.repeat(100)}needle ${'more '.repeat(100)}`;
    const excerpt = shown(text, 'needle');
    expect(excerpt).toMatch(/^… word .*word \[needle\] more .* …$/);
    expect(excerpt.length).toBeLessThan(260);
  });

  it('cuts what has no blank', () => {
    const excerpt = shown(`${'x'.repeat(500)}needle${'y'.repeat(500)}`, 'needle');
    expect(excerpt).toMatch(/^… \[needle\]y+ …$/);
  });
});
