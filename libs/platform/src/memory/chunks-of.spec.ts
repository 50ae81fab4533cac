import { chunksOf } from './chunks-of.js';

describe('chunksOf', () => {
  it.each([
    [[], 2, []],
    [[1, 2], 2, [[1, 2]]],
    [[1, 2, 3, 4, 5], 2, [[1, 2], [3, 4], [5]]],
  ])('of %j by %i is %j', (items, size, chunks) => {
    expect(chunksOf(items, size)).toEqual(chunks);
  });
});
