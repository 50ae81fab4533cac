import { name } from './text.js';

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
    ['what turns the rest of the line', '\u202egnp.exe'],
    ['an isolate that is never closed', 'Ada\u2067'],
    ['a second line', 'Ada\nowner'],
    ['81 letters', 'a'.repeat(81)],
  ])('refuses %s', (_, value) => {
    expect(called.safeParse(value).success).toBe(false);
  });
});
