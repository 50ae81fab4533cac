import { lineAfterKey } from './line-keys';

describe('lineAfterKey', () => {
  const lines = ['a', 'b', 'c'];

  it.each([
    ['ArrowUp', 1, 'a'],
    ['ArrowUp', 0, undefined],
    ['ArrowDown', 1, 'c'],
    ['ArrowDown', 2, undefined],
    ['Home', 2, 'a'],
    ['End', 0, 'c'],
    ['Enter', 1, undefined],
    ['End', -1, undefined],
  ])('%s at %i leads to %s', (key, at, line) => {
    expect(lineAfterKey(key, lines, at)).toBe(line);
  });
});
