import { name, saysSomething } from './text.js';

const called = name(80);

describe('name', () => {
  it.each(['Ada', 'Ада', '阿达', 'عادة', '👩‍🚀', 'O’Neil-Smith Jr.', '7', '!', 'می‌خواهم'])(
    'takes %s',
    (value) => {
      expect(called.safeParse(value).success).toBe(true);
    },
  );

  it.each([
    ['nothing', '   '],
    ['what nobody sees', '\u200b\u2060'],
    ['a joiner alone', '\u200d'],
    ['a letter that only fills', '\u3164\u115f'],
    ['Braille without dots', '\u2800'],
    ['what turns the rest of the line', '\u202egnp.exe'],
    ['an isolate that is never closed', 'Ada\u2067'],
    ['a second line', 'Ada\nowner'],
    ['81 letters', 'a'.repeat(81)],
  ])('refuses %s', (_, value) => {
    expect(called.safeParse(value).success).toBe(false);
  });
});

describe('saysSomething', () => {
  it.each([
    0x7, 0x20, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d,
    0x200e, 0x2028, 0x202e, 0x2060, 0x2063, 0x2066, 0x2800, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xffa0,
    0xe0067, 0xe007f, 0xe0100,
  ])('is false where there is %i alone, or several of it', (code) => {
    const sign = String.fromCodePoint(code);
    expect(['', sign, `${sign}\u200b ${sign}`].map(saysSomething)).toEqual([false, false, false]);
  });

  it.each([
    ...['a', '.', '0', '-', 'ا', 'می‌خواهم', '한', 'ᄀ', 'क्‍ष', '阿', '𒀀', '𓀀', '\u0301', '\u0651'],
    ...['👩‍🚀', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇺🇦', '🇺', '1️⃣', '❤️', '☺︎', '🏻', '⠁', '\ufffc', '\ue000', '𝄞', '\u200ba'],
  ])('is true for %j', (text) => {
    expect(saysSomething(text)).toBe(true);
  });

  it('is true for whatever a script writes, but for the few that fill or join', () => {
    const written = /^(?!\p{Variation_Selector})[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Co}]$/u;
    const silent = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code))
      .filter((sign) => written.test(sign) && !saysSomething(sign))
      .join('');
    expect(silent).toBe('\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0');
  });
});
