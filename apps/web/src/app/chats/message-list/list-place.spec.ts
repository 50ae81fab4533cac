import { signal } from '@angular/core';
import { placeAt, scrollToPlace, type ListLayout } from './list-place';
import type { TimelineItem } from './timeline-items';

const START = 16;
const rows: readonly TimelineItem[] = ['a', 'b', 'c'].map((key) => ({
  kind: 'day',
  key,
  day: key,
}));

/** Rows of these heights, one below the other; what it was told to scroll to. */
function aLayout(...heights: readonly number[]) {
  const offsetOf = (index: number) => heights.slice(0, index).reduce((sum, px) => sum + px, 0);
  const told: number[] = [];
  const layout = {
    startMargin: signal(START),
    getItemOffset: offsetOf,
    findItemIndex: (px: number) =>
      heights.findLastIndex((_, i) => i === 0 || offsetOf(i) <= px - START),
    scrollToIndex: (index: number, { offset = 0 } = {}) => {
      told.push(START + offsetOf(index) + offset);
    },
  } as unknown as ListLayout;
  return { layout, told };
}

describe('placeAt', () => {
  it.each([
    ['the first row, with room above it', 0, 'a', 16],
    ['the first row at the edge', 16, 'a', 0],
    ['the next one where the first is cut off', 17, 'b', 39],
    ['a row at the edge', 56, 'b', 0],
    ['the last row, though it is cut off', 150, 'c', -54],
  ])('is %s', (_, offset, key, fromTop) => {
    expect(placeAt(offset, rows, aLayout(40, 40, 400).layout)).toEqual({ key, fromTop });
  });

  it('is nowhere in an empty list', () => {
    expect(placeAt(0, [], aLayout().layout)).toBeNull();
  });
});

describe('scrollToPlace', () => {
  it('brings the row back to where it was, whatever has grown above it', () => {
    const place = placeAt(30, rows, aLayout(40, 40, 400).layout)!;
    const { layout, told } = aLayout(128, 40, 400);
    expect(scrollToPlace(place, rows, layout)).toBe(true);
    expect(told).toEqual([30 + 88]);
  });

  it('does nothing for a row that is gone', () => {
    const { layout, told } = aLayout(40, 40, 400);
    expect(scrollToPlace({ key: 'z', fromTop: 0 }, rows, layout)).toBe(false);
    expect(told).toEqual([]);
  });
});
