import { Emoji } from './emoji.js';

describe('Emoji', () => {
  it.each(['👍', '👍🏽', '❤️', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇺🇦', '1️⃣'])('takes %s', (emoji) => {
    expect(Emoji.parse(emoji)).toBe(emoji);
  });

  it('makes of a sign that is not said to be a picture one that is', () => {
    expect(Emoji.parse('❤')).toBe('❤️');
  });

  it.each(['', 'a', 'ok', '👍👍', '<b>', '\u{1F3FB}\u{1F3FB}', '1', '\uD83D', '👍 '])(
    'refuses %j',
    (text) => {
      expect(Emoji.safeParse(text).success).toBe(false);
    },
  );
});
