import { indexOfSeq, type TimelineItem } from './timeline-items';

/** The row that is scrolled to, and where on the screen it comes to stand. */
export interface ListStart {
  readonly index: number;
  readonly align: 'start' | 'center';
}

/**
 * Where reading begins: at the message that was asked for, at the one where one read before, or at
 * the unread line with a row above it. Null: at the end.
 */
export function listStart(
  rows: readonly TimelineItem[],
  targetSeq: number | null,
  startSeq: number | null,
): ListStart | null {
  const index = indexOfSeq(rows, targetSeq ?? startSeq ?? -1);
  if (index >= 0) return { index, align: targetSeq === null ? 'start' : 'center' };
  const unread = rows.findIndex(({ kind }) => kind === 'unread');
  return unread < 0 ? null : { index: Math.max(0, unread - 1), align: 'start' };
}
