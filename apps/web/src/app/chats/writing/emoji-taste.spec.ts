import { TestBed } from '@angular/core/testing';
import { EmojiTaste } from './emoji-taste';

function aTaste(): EmojiTaste {
  TestBed.resetTestingModule();
  return TestBed.inject(EmojiTaste);
}

describe('EmojiTaste', () => {
  beforeEach(() => localStorage.clear());

  it('keeps the tone and what was chosen lately, each once, the latest first', () => {
    const taste = aTaste();
    taste.chooseTone(3);
    for (const unicode of ['a', 'b', 'a']) taste.note(unicode);
    expect(aTaste().taste()).toEqual({ tone: 3, recent: ['a', 'b'] });
  });

  it('keeps three rows', () => {
    const taste = aTaste();
    for (let i = 0; i < 40; i++) taste.note(`e${i}`);
    expect(taste.taste().recent).toHaveLength(24);
  });

  it.each(['{', '{"tone":9,"recent":"x"}', '[]', '{"recent":[1]}'])(
    'begins anew with %s in its place',
    (kept) => {
      localStorage.setItem('parley.emoji', kept);
      expect(aTaste().taste()).toEqual({ tone: 0, recent: [] });
    },
  );
});
