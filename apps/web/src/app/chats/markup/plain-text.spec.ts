import { plainText } from './plain-text';

describe('plainText', () => {
  it.each([
    ['**Run**\n```sh\nls\n```\n- a\n> b', 'Run ls a b'],
    ['on *my* way', 'on my way'],
    ['__a__ _b_ ~~c~~ ***d***', 'a b c d'],
    ['# Title\n\n1. one\n2. [x](https://a.example)', 'Title one x'],
    ['- [x] done\n- [ ] open', 'done open'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b | | 1 | 2 |'],
    ['`**a**` \\*b\\*', '**a** *b*'],
    ['![cat](https://a.example/c.png)', 'cat'],
    ['a\n---\nb', 'a b'],
    ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['---', '---'],
    ['<b>x</b>', '<b>x</b>'],
  ])('says %j', (text, words) => expect(plainText(text)).toBe(words));

  // An excerpt is cut before, so that nothing here can be slow; no time is asserted.
  it.each(['*', '**a ', '[a](', '`', '> ', '|-', '- - '])(
    'says the beginning of many %j',
    (mark) => {
      expect(plainText(mark.repeat(100_000)).length).toBeLessThanOrEqual(1000);
    },
  );
});
