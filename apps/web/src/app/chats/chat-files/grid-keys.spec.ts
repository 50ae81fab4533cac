import { stepBy } from './grid-keys';

const grid = { at: 4, count: 8, columns: 3, isRtl: false };
const list = { at: 1, count: 3, columns: 1, isRtl: false };

describe('stepBy', () => {
  it.each([
    ['ArrowRight', grid, 5],
    ['ArrowLeft', grid, 3],
    ['ArrowRight', { ...grid, isRtl: true }, 3],
    ['ArrowDown', grid, 7],
    ['ArrowUp', grid, 1],
    ['Home', grid, 0],
    ['End', grid, 7],
    ['ArrowDown', { ...grid, at: 7 }, 7],
    ['ArrowLeft', { ...grid, at: 0 }, 0],
    ['Enter', grid, null],
    ['ArrowDown', list, 2],
    ['ArrowRight', list, null],
  ])('leads by %s from %j to %s', (key, place, to) => expect(stepBy(key, place)).toBe(to));
});
