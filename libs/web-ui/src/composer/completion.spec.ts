import { askedAt } from './completion';

const asked = (text: string) => {
  const word = askedAt(text, text.length);
  return word ? [word.trigger + word.query, word.from, word.isClosed] : undefined;
};

describe('askedAt', () => {
  it.each([
    ['@', ['@', 0, false]],
    ['Hi @mi', ['@mi', 3, false]],
    ['(@Ми', ['@Ми', 1, false]],
    ['Hi :ta', [':ta', 3, false]],
    ['Hi :TADA:', [':tada', 3, true]],
    ['🎉:ta', [':ta', 2, false]],
    ['x\n:+1', [':+1', 2, false]],
  ])('%j asks', (text, word) => expect(asked(text)).toEqual(word));

  it.each(['', 'mi', 'a@b', '@mi ', ':', ':)', ':t', 'at 12:30', 'https://a', 'a:bc', ': x'])(
    '%j asks for nothing',
    (text) => expect(asked(text)).toBeUndefined(),
  );

  it('looks at the word before the cursor', () => {
    expect(askedAt('@mi and @jo', 3)).toEqual({
      trigger: '@',
      query: 'mi',
      from: 0,
      isClosed: false,
    });
  });
});
