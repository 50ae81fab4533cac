import { audienceOf, isMentioned, mentionsIn } from './mentions.js';

describe('mentionsIn', () => {
  it.each([
    ['@ada', ['ada']],
    ['hello @Ada, and @ben-2!', ['ada', 'ben-2']],
    ['(@ada.lovelace)', ['ada.lovelace']],
    ['ask @ada.', ['ada']],
    ['twice @ada @ADA', ['ada']],
    ['mail ada@example.org', []],
    ['é@ada', []],
    ['@@ada', []],
    ['no @ name', []],
    ['Привет,@ada', ['ada']],
  ])('finds in %s', (text, names) => {
    expect(mentionsIn(text)).toEqual(names);
  });

  it.each([
    ['run `@ada` now', []],
    ['`@ada` and @ben', ['ben']],
    ['``a ` @ada`` @ben', ['ben']],
    ['one ` and @ada', ['ada']],
    ['\\`@ada\\`', ['ada']],
    ['a ` b\n\n@ada ` c', ['ada']],
    ['```\n@ada\n```\n@ben', ['ben']],
    ['@ben:\n```ts\n@ada\n@cy', ['ben']],
    ['````\n```\n@ada\n````\n@ben', ['ben']],
    ['~~~\n@ada\n~~~\n@ben', ['ben']],
    ['> ```\n> @ada\n> ```\n> @ben', ['ben']],
    ['1. ```\n   @ada\n   ```\n2. @ben', ['ben']],
    ['```@ada``` @ben', ['ben']],
    ['    @ada', []],
    ['\t@ada\n@ben', ['ben']],
    ['Run this:\n\n    @ada\n\n    @cy\n\n@ben', ['ben']],
    ['# Run\n    @ada', []],
    ['> Run this:\n>\n>     @ada\n@ben', ['ben']],
    ['- first\n\nRun this:\n\n    @ada', []],
    ['```\ncode\n```\n    @ada', []],
  ])('finds none in code: %j', (text, names) => {
    expect(mentionsIn(text)).toEqual(names);
  });

  it.each([
    'Some words\n    @ada',
    '   @ada',
    '- first\n\n    @ada',
    '1. first\nand on\n\n     @ada',
    '- first\n  - second\n\n    @ada',
    '> Some words\n    @ada',
  ])('finds in what is indented, and no code: %j', (text) => {
    expect(mentionsIn(text)).toEqual(['ada']);
  });

  it('does not choke on a text that is made of marks', () => {
    const marks = Array.from({ length: 120 }, (_, i) => '`'.repeat(1 + (i % 60))).join(' x ');
    expect(mentionsIn(`${marks} ${'~~~'.repeat(1000)} @ada`)).toContain('ada');
  });

  it('stops at fifty', () => {
    const text = Array.from({ length: 200 }, (_, i) => `@u${i}`).join(' ');
    expect(mentionsIn(text)).toHaveLength(50);
  });
});

describe('audienceOf', () => {
  it.each([
    ['@channel: lunch', 'channel'],
    ['who is @here?', 'here'],
    ['@here and @Channel', 'channel'],
    ['@channels', null],
    ['a@here', null],
    ['@ada', null],
    ['`@channel` calls all', null],
    ['```\n@here\n```', null],
  ])('of %s is %s', (text, audience) => {
    expect(audienceOf(text)).toBe(audience);
  });

  it('mentions each, and is nobody by name', () => {
    expect(isMentioned('all @here', 'ada')).toBe(true);
    expect(isMentioned('only @ben', 'ada')).toBe(false);
    expect(mentionsIn('@channel and @ada')).toEqual(['ada']);
  });
});
