import { fold } from './fold.js';

describe('fold', () => {
  it('takes away case, accents, width and letters that do not come apart', () => {
    expect(fold('Łukasz')).toBe('lukasz');
    expect(fold('ÉCOLE')).toBe('ecole');
    expect(fold('Straße')).toBe('strasse');
    expect(fold('ＺＯＥ')).toBe('zoe');
    expect(fold('Ёлка')).toBe('елка');
    expect(fold('İstanbul')).toBe('istanbul');
  });

  it('is the same for a letter in one piece and in two', () => {
    expect(fold('Zoe\u0308')).toBe(fold('Zoë'));
  });
});
