import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

/** A device whose look changes, and what the page wears. */
function aDevice() {
  const darkness = Object.assign(new EventTarget(), { matches: false });
  jest.spyOn(globalThis, 'matchMedia').mockReturnValue(darkness as unknown as MediaQueryList);
  const turn = (isDark: boolean) => {
    darkness.matches = isDark;
    darkness.dispatchEvent(new Event('change'));
  };
  return { turn, worn: () => document.documentElement.dataset['theme'] };
}

describe('Theme', () => {
  beforeEach(() => localStorage.clear());

  it('has heard of what changed before it was there', () => {
    const { turn, worn } = aDevice();
    turn(true);
    TestBed.inject(Theme);
    expect(worn()).toBe('dark');
  });

  it('follows the device while nothing else is chosen', () => {
    const { turn, worn } = aDevice();
    const theme = TestBed.inject(Theme);
    turn(true);
    expect(worn()).toBe('dark');
    theme.choose('light');
    turn(true);
    expect(worn()).toBe('light');
    theme.choose('system');
    expect(worn()).toBe('dark');
  });

  it('gives the frame of the page its colour, whatever the device wears', () => {
    aDevice();
    document.head.innerHTML = `
      <style>
        [data-theme='light'] { --surface-2: #faf8f4; }
        [data-theme='contrast'] { --surface-2: #000; }
      </style>
      <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)">
      <meta name="theme-color" content="#131716" media="(prefers-color-scheme: dark)">`;
    const theme = TestBed.inject(Theme);
    theme.choose('contrast');
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
    expect(metas.map(({ content }) => content)).toEqual(['#000', '#000']);
    theme.choose('light');
    expect(metas.map(({ content }) => content)).toEqual(['#faf8f4', '#faf8f4']);
  });
});
