import { Emoji } from './emoji.js';

describe('Emoji', () => {
  it.each(['👍', '👍🏽', '❤️', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇺🇦', '1️⃣'])('takes %s', (emoji) => {
    expect(Emoji.parse(emoji)).toBe(emoji);
  });

  it('knows each in its one form', () => {
    expect(Emoji.parse('❤')).toBe('❤️');
    expect(Emoji.parse('👍\uFE0F')).toBe('👍');
  });

  it.each(['', 'a', 'ok', '👍👍', '<b>', '\u{1F3FB}\u{1F3FB}', '1', '\uD83D', '👍 '])(
    'refuses %j',
    (text) => {
      expect(Emoji.safeParse(text).success).toBe(false);
    },
  );
});
