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
  ])('of %s is %s', (text, audience) => {
    expect(audienceOf(text)).toBe(audience);
  });

  it('mentions each, and is nobody by name', () => {
    expect(isMentioned('all @here', 'ada')).toBe(true);
    expect(isMentioned('only @ben', 'ada')).toBe(false);
    expect(mentionsIn('@channel and @ada')).toEqual(['ada']);
  });
});
