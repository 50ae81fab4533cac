import { isEmojiOnly } from './emoji-only';

/** All code points that Unicode has given something to, but for ideographs beyond any emoji. */
const LAST = 0x1_ff_ff;

describe('isEmojiOnly', () => {
  it('knows every emoji of one code point, as it is and asked for as a picture', () => {
    const isEmoji = new RegExp('^\\p{RGI_Emoji}\\ufe0f?$', 'v');
    const all: string[] = [];
    for (let code = 0; code <= LAST; code++) {
      const bare = String.fromCodePoint(code);
      all.push(...[bare, `${bare}\ufe0f`].filter((text) => isEmoji.test(text)));
    }
    expect(all.length).toBeGreaterThan(2000);
    expect(all.filter((emoji) => !isEmojiOnly(emoji))).toEqual([]);
  });

  it.each(['👍🏽', '👩‍👩‍👧', '🏳️‍🌈', '🇺🇦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '7️⃣', '#️⃣', '©️', '㊗️', ' ⛔️ ⛔ '])('is %s', (text) => {
    expect(isEmojiOnly(text)).toBe(true);
  });

  it.each(['7', '#', '#️', '©', '🎉!', 'a🎉', '〜', '🇺', '', ' ', '\ud83c'])('is not %j', (text) => {
    expect(isEmojiOnly(text)).toBe(false);
  });
});
