import type { Virtualizer } from 'virtua/angular';
import type { TimelineItem } from './timeline-items';

/** The first row that is on the screen as a whole, and how far below the upper edge it begins. */
export interface ListPlace {
  readonly key: string;
  readonly fromTop: number;
}

/** What there is to ask of a virtual list; it answers without a look at the page. */
export type ListLayout = Pick<
  Virtualizer<TimelineItem>,
  'findItemIndex' | 'getItemOffset' | 'scrollToIndex' | 'startMargin'
>;

/** Null: there are no rows. `offset`: how far the list is scrolled. */
export function placeAt(
  offset: number,
  rows: readonly TimelineItem[],
  layout: ListLayout,
): ListPlace | null {
  const topOf = (index: number): number =>
    layout.startMargin() + layout.getItemOffset(index) - offset;
  const first = layout.findItemIndex(offset);
  const index = topOf(first) < 0 && first + 1 < rows.length ? first + 1 : first;
  const row = rows[index];
  return row ? { key: row.key, fromTop: topOf(index) } : null;
}

/**
 * Keeps what one reads where it is while the list becomes wider or narrower. virtua by itself keeps
 * the upper edge of the first row, which may be cut off: by its new height all others would move.
 * False: it is not among these rows.
 */
export function scrollToPlace(
  { key, fromTop }: ListPlace,
  rows: readonly TimelineItem[],
  layout: ListLayout,
): boolean {
  const index = rows.findIndex((row) => row.key === key);
  if (index >= 0) layout.scrollToIndex(index, { align: 'start', offset: -fromTop });
  return index >= 0;
}
