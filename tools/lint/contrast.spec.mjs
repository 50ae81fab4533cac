import { readFileSync } from 'node:fs';
import { contrast, themesOf } from './contrast.mjs';

const themes = themesOf(readFileSync('libs/web-ui/src/tokens.css', 'utf8'));

const grounds = ['bg', 'surface', 'surface-2', 'raise', 'hover', 'active'];
const calm = ['surface', 'surface-2', 'raise'];

/** What is written on what, and how far it must stand out. */
const pairs = [
  // Words stand anywhere, also where they are selected.
  [4.5, ['text', 'text-2', 'accent-text'], [...grounds, 'code-bg', 'selection']],
  [4.5, ['mention', 'danger'], [...grounds, 'selection']],
  [4.5, ['warn', 'ok'], grounds],
  // Words on a tint of their own.
  [4.5, ['accent-text', 'text'], ['accent-soft']],
  [4.5, ['mention', 'text'], ['mention-soft']],
  [4.5, ['danger', 'text'], ['danger-soft']],
  // Words on a full colour.
  [4.5, ['on-accent'], ['accent', 'accent-hover']],
  [4.5, ['surface'], ['mention', 'danger', 'text']],
  // Pictures, and what shows where a control is and which one has the focus (WCAG 1.4.11).
  [3, ['text-3', 'accent', 'focus'], grounds],
  [3, ['line-control'], [...calm, 'hover']],
  [3, ['online', 'away', 'dnd', 'offline'], calm],
];

const rows = [...themes.keys()].flatMap((theme) =>
  pairs.flatMap(([least, fronts, backs]) =>
    fronts.flatMap((front) => backs.map((back) => [theme, front, back, least])),
  ),
);

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['#ffffff', '#fff', 1],
    ['#767676', '#ffffff', 4.54],
  ])('of %s and %s is %d', (one, other, ratio) =>
    expect(contrast(one, other)).toBeCloseTo(ratio, 2),
  );
});

describe('the tokens', () => {
  it('are of three themes, which name the same colours', () => {
    expect([...themes.keys()]).toEqual(['light', 'dark', 'contrast']);
    const [names, ...others] = [...themes.values()].map((theme) => [...theme.keys()].sort());
    for (const other of others) expect(other).toEqual(names);
  });

  it.each(rows)('in %s, --%s on --%s stands out by %d at least', (theme, front, back, least) => {
    const tokens = themes.get(theme);
    expect(contrast(tokens.get(front), tokens.get(back))).toBeGreaterThanOrEqual(least);
  });

  it('of the contrast theme keep 7:1 for words', () => {
    const tokens = themes.get('contrast');
    for (const front of ['text', 'text-2', 'text-3', 'accent-text', 'mention', 'danger']) {
      for (const back of grounds) {
        expect(contrast(tokens.get(front), tokens.get(back))).toBeGreaterThanOrEqual(7);
      }
    }
  });
});
